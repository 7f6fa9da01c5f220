"""A part of a document that the program writes for other programs."""

from pydantic import BaseModel, ConfigDict


class WrittenPart(BaseModel):
    """Frozen, and with no field but those that it describes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
