"""What readers see otherwise: questions and pages that differ between two publications."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

Refs = frozenset[str]


@dataclass(frozen=True)
class Effects:
    """What a change of one or more entries does to the site."""

    questions: tuple[str, ...]
    """Ids, each once for both languages."""
    pages: tuple[str, ...]
    """Addresses in both languages, without indexes and the editors' own page."""


def effects(old: Publication, new: Publication, changed: Iterable[str]) -> Mapping[str, Effects]:
    """What each changed entry does to questions and pages, by its ref.

    Pages and answers that could show something of a changed entry are rendered from both states
    and compared. What two changed entries both reach is counted for each of them.
    """
    labelled = _relabelled(old, new)
    around = frozenset[str]().union(*(_near(one, old, new) for one in labelled))
    reached = {
        ref: _near(ref, old, new)
        | (around if ref.startswith("laws/") or ref in labelled else set())
        for ref in changed
    }
    refs = frozenset(chain.from_iterable(reached.values()))
    both = _Compared(
        questions={lang: _asked(old, new, refs, lang) for lang in LANGUAGES},
        pages={ref: frozenset(_pages(old, new, ref)) for ref in refs},
        answering=tuple(
            (lang, *page)
            for lang in LANGUAGES
            for one in (old, new)
            for page in one.answering(lang).items()
        ),
    )
    return {ref: both.reached_by(own | {ref}) for ref, own in reached.items()}


def together(found: Mapping[str, Effects]) -> Effects:
    """What all of them do, each question and page counted once."""
    questions = {one for effect in found.values() for one in effect.questions}
    pages = {one for effect in found.values() for one in effect.pages}
    return Effects(tuple(sorted(questions)), tuple(sorted(pages)))


@dataclass(frozen=True)
class _Compared:
    """What differs between two publications."""

    questions: Mapping[Language, Refs]
    """Ids of the questions that are asked or answered otherwise."""
    pages: Mapping[str, Refs]
    """By ref: the addresses at which the entry's page differs."""
    answering: tuple[tuple[Language, str, Refs], ...]
    """Every page with answers, and whose answers it shows."""

    def reached_by(self, own: Refs) -> Effects:
        """As far as these entries are concerned."""
        asked = {
            lang: {one for one in questions if one.partition("#")[0] in own}
            for lang, questions in self.questions.items()
        }
        entries = {lang: {one.partition("#")[0] for one in ids} for lang, ids in asked.items()}
        found = set(chain.from_iterable(self.pages.get(ref, ()) for ref in own))
        found |= {address for lang, address, refs in self.answering if refs & entries[lang]}
        return Effects(tuple(sorted(set().union(*asked.values()))), tuple(sorted(found)))


def _near(ref: str, old: Publication, new: Publication) -> Refs:
    return _reach(ref, old.kb) | _reach(ref, new.kb)


def _reach(ref: str, kb: KnowledgeBase) -> Refs:
    """Refs of the entries whose pages could show something of one.

    Those that name it and those it names; and where a rule or its citation may have changed, those
    that print the rule or its source in their turn.
    """
    contents = kb.contents.get(ref)
    targets = contents.targets() if contents else set()
    near = {ref, *kb.linked_from(ref), *targets}
    rules = {one for one in (ref, *kb.linked_from(ref)) if one.startswith("limits/")}
    if ref.startswith(("limits/", "laws/", "tables/", "facts/")):
        near |= set(chain.from_iterable(map(kb.linked_from, rules)))
    removed = (one for one, stone in kb.tombstones.items() if stone.removed.redirect == ref)
    return frozenset(near).union(removed)


def _relabelled(old: Publication, new: Publication) -> Refs:
    """Refs of the entries that came under review, or no longer are."""
    refs = {ref for publication in (old, new) for ref, _ in publication.kb.entries()}
    return frozenset(ref for ref in refs if old.under_review(ref) != new.under_review(ref))


def _asked(old: Publication, new: Publication, refs: Refs, lang: Language) -> Refs:
    """Ids of the questions that are asked or answered otherwise."""
    was, now = (
        {
            (one.id, one.question, one.answer_html)
            for ref in refs
            if publication.kb.find(ref)
            for one in publication.questions_of(ref, lang)
        }
        for publication in (old, new)
    )
    return frozenset(one[0] for one in was ^ now)


def _pages(old: Publication, new: Publication, ref: str) -> Iterable[str]:
    for lang in LANGUAGES:
        address = entry_address(ref, lang)
        if _body(old, address) != _body(new, address):
            yield address


def _body(publication: Publication, address: str) -> str | None:
    """The body of a page; None where there is none."""
    try:
        return publication.page(address).body
    except KeyError:
        return None
