"""PLOVER's sixteen types of event by its four quads: cooperation or conflict, in words or in deeds."""

from typing import Literal

Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]

QUADS: dict[str, Quad] = {
    "AGREE": "verbal_cooperation",
    "CONSULT": "verbal_cooperation",
    "SUPPORT": "verbal_cooperation",
    "CONCEDE": "verbal_cooperation",
    "COOPERATE": "material_cooperation",
    "AID": "material_cooperation",
    "RETREAT": "material_cooperation",
    "REQUEST": "verbal_conflict",
    "ACCUSE": "verbal_conflict",
    "REJECT": "verbal_conflict",
    "THREATEN": "verbal_conflict",
    "PROTEST": "material_conflict",
    "SANCTION": "material_conflict",
    "MOBILIZE": "material_conflict",
    "COERCE": "material_conflict",
    "ASSAULT": "material_conflict",
}
TWO_SIDED = frozenset(["CONSULT", "AGREE", "COOPERATE"])  # done together: it is no matter who is named first
