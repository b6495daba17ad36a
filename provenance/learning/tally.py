"""From many sightings to what is learnt: names that enough articles have, without those that may be slips of others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from provenance.learning.sightings import Sighting
from provenance.model.house import KnownName, Learnt
from provenance.model.record import replace
from provenance.words.nearness import Slip, bare, slip

ENOUGH = 5
"""Articles a name must stand in to be learnt."""

RARE = 10
"""How many times rarer a spelling is than its near twin where it is taken for a slip of that."""

SHARED = 2
"""Articles in which the credits of an outlet must give a domain for it to be the outlet's."""


class Tally:
    """Counts articles by name. Copies of one text count once."""

    def __init__(self) -> None:
        self.contents: set[str] = set()
        self.names = Counter[str]()
        self.outlets = Counter[str]()
        self.domains: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, seen: Sighting) -> None:
        if seen.content in self.contents:
            return
        self.contents.add(seen.content)
        self.names.update(seen.names)
        self.outlets.update({name for name, _ in seen.outlets})
        for name, domain in seen.outlets:
            if domain:
                self.domains[name][domain] += 1

    def learnt(self) -> Learnt:
        names = [KnownName(name, count) for name, count in self.names.items() if count >= ENOUGH]
        outlets = [KnownName(name, count) for name, count in self.outlets.items() if count >= ENOUGH]
        return Learnt(
            names=tuple(with_variants(without_slips(without_openings(names)))),
            outlets=tuple(
                replace(known, domains=tuple(sorted(self.domains_of(known))))
                for known in with_variants(without_slips(outlets))
            ),
        )

    def domains_of(self, known: KnownName) -> Iterator[str]:
        given = sum((self.domains[name] for name in (known.name, *known.variants)), Counter[str]())
        return (domain for domain, count in given.items() if count >= SHARED)


def without_openings(names: Iterable[KnownName]) -> list[KnownName]:
    """The names without those that only have a word more in front of a better known one ("Paris Anne Hidalgo")."""
    counts = {known.name: known.articles for known in names}
    return [
        KnownName(name, count)
        for name, count in counts.items()
        if not any(counts.get(" ".join(name.split(" ")[at:]), 0) > count for at in range(1, name.count(" ")))
    ]


def without_slips(names: Iterable[KnownName]) -> list[KnownName]:
    """The names without those that may be slips or forms of a much better known one."""
    alike: defaultdict[tuple[str, int], list[KnownName]] = defaultdict(list)
    for known in names:
        alike[bare(known.name)[:1], known.name.count(" ")].append(known)
    return [known for group in alike.values() for known in group if not any(hides(other, known) for other in group)]


def hides(other: KnownName, known: KnownName) -> bool:
    if other.articles < RARE * known.articles or abs(len(other.name) - len(known.name)) > 1:
        return False
    return slip(bare(other.name), bare(known.name)) not in (None, Slip.ACCENT)


def with_variants(names: Iterable[KnownName]) -> Iterator[KnownName]:
    """One name for spellings that differ in accents and hyphens only: the most frequent, the others beside it."""
    groups: defaultdict[str, list[KnownName]] = defaultdict(list)
    for known in names:
        groups[bare(known.name).replace("-", " ")].append(known)
    for group in groups.values():
        first, *others = sorted(group, key=lambda known: (-known.articles, known.name))
        yield KnownName(first.name, first.articles, tuple(sorted(other.name for other in others)))


def merged(old: Learnt, new: Learnt) -> Learnt:
    """Both, without what is left out. Of a name that both have, the greater number counts: the archives may overlap."""
    refused = set(old.left_out)
    return Learnt(
        names=tuple(joined(old.names, new.names, refused)),
        outlets=tuple(joined(old.outlets, new.outlets, refused)),
        left_out=old.left_out,
    )


def joined(old: Iterable[KnownName], new: Iterable[KnownName], refused: set[str]) -> Iterator[KnownName]:
    known = {one.name: one for one in old}
    spelt = {variant: one.name for one in old for variant in one.variants}
    for one in new:
        name = spelt.get(one.name, one.name)
        before = known.get(name, KnownName(name))
        known[name] = KnownName(
            name,
            max(before.articles, one.articles),
            tuple(sorted({*before.variants, *one.variants, one.name} - {name})),
            tuple(sorted({*before.domains, *one.domains})),
        )
    for one in known.values():
        if one.name not in refused:
            kept = tuple(variant for variant in one.variants if variant not in refused)
            yield KnownName(one.name, one.articles, kept, one.domains)
