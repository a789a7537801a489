"""Quotations: words of speech and thought with the frames they take, from `quotations.tsv`."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, Self, cast

import msgspec

from mkdocs_briefings.rules.loader import load_table, load_yaml, rules_folder
from mkdocs_briefings.rules.morphology import verb_forms
from mkdocs_briefings.rules.word_classes import WordClasses

Manner = Literal["said", "denied", "warned", "alleged", "promised", "thought"]
CueForm = Literal["base", "third", "past", "participle", "gerund", "adjective"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRecord:
    """A word that hands words or thoughts to somebody: a line of `quotations.tsv`, whose head explains the columns."""

    lemma: str
    particles: tuple[str, ...]
    traits: frozenset[str]
    irregular: tuple[str, ...]
    manner: Manner
    frames: frozenset[str]
    passive: frozenset[str]
    broad: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    @classmethod
    def of(cls, row: dict[str, str]) -> Self:
        return cls(
            lemma=row["lemma"],
            particles=tuple(row["particles"].split()),
            traits=frozenset(row["traits"].split()),
            irregular=tuple(row["irregular"].split()),
            manner=cast("Manner", row["manner"]),
            frames=frozenset(row["frames"].split()),
            passive=frozenset(row["passive"].split()),
            broad=frozenset(row["broad"].split()),
            examples=_sentences(row["examples"]),
            counterexamples=_sentences(row["counterexamples"]),
        )

    @property
    def rule(self) -> str:
        return "quotation." + "-".join((self.lemma, *self.particles))

    def forms(self) -> dict[str, CueForm]:
        """Its forms; a word that is two of them ("said") is named for the last of them here."""
        if "adjective" in self.traits:
            return {self.lemma: "adjective"}
        forms = verb_forms(self.lemma, self.irregular, doubles="doubles" in self.traits)
        verbs: dict[str, CueForm] = {} if "noun" in self.traits else {forms.lemma: "base", forms.third: "third"}
        return verbs | {forms.gerund: "gerund", forms.participle: "participle", forms.past: "past"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue word."""

    form: CueForm
    record: CueRecord
    is_noun: bool  # its base form is a noun as well: "report"

    @property
    def speaks(self) -> bool:
        """It may bring direct speech."""
        return "speech" in self.record.frames

    def is_broad(self, frame: str) -> bool:
        """In this frame it hands on no words but a deed, a plan, a topic or knowledge."""
        return not self.record.broad.isdisjoint(("all", frame))

    @property
    def names_addressee(self) -> bool:
        """Its object is whom it is said to ("told Odar of the plan"), not what is said of ("accused Odar of lying")."""
        return "addressee" in self.record.traits

    @property
    def is_raising(self) -> bool:
        """Its subject belongs to the content: "The mayor seems to hesitate"."""
        return "raising" in self.record.traits


class NounRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Nouns that hand on a clause alike: an entry of `quotations_nouns.yaml`."""

    manner: Manner
    nouns: list[str]
    examples: list[str]
    counterexamples: list[str] = []

    @property
    def rule(self) -> str:
        return f"quotation.noun-{self.manner}"


@dataclass(frozen=True, slots=True)
class QuotationRules:
    cues: dict[str, tuple[Cue, ...]]  # by form; those with more particles first
    nouns: dict[str, NounRecord]
    words: WordClasses
    records: tuple[CueRecord, ...]
    noun_records: tuple[NounRecord, ...]

    @classmethod
    def load(cls, language: str) -> Self:
        """Read `quotations.tsv` and `quotations_nouns.yaml`.

        Raises:
            RuleError: names the file and line, and what is wrong.
        """
        handing = tuple(load_yaml("quotations_nouns.yaml", list[NounRecord], language))
        nouns = {noun: record for record in handing for noun in record.nouns}
        records = tuple(map(CueRecord.of, load_table(rules_folder(language) / "quotations.tsv")))
        cues: defaultdict[str, list[Cue]] = defaultdict(list)
        for record in records:
            for word, form in record.forms().items():
                cues[word].append(Cue(form, record, record.lemma in nouns))
        by_form = {word: tuple(sorted(some, key=_fewest_particles_last)) for word, some in cues.items()}
        return cls(
            cues=by_form,
            nouns=nouns,
            words=WordClasses.load(language, {word: some[0].form for word, some in by_form.items()}),
            records=records,
            noun_records=handing,
        )


def _fewest_particles_last(cue: Cue) -> int:
    return -len(cue.record.particles)


def _sentences(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(" | ")) if cell else ()
