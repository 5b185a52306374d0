"""Strikes: an address that fails is an alarm only after failing on three days."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from zhiquan.outputs.outgoing.asking import Reply
from zhiquan.source.saving import save

ALARM = 3
"""Strikes that make an alarm."""


class StateError(Exception):
    """The file of strikes cannot be read."""


class Strikes(BaseModel):
    """How often an address has failed in a row."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    count: int
    first: dt.date
    """The day of the first failure of the row."""
    last: dt.date
    """The day of the latest; two failures of one day are one strike."""


_FILE = TypeAdapter(dict[str, Strikes])


def read(path: Path) -> Mapping[str, Strikes]:
    """The strikes so far, by address; none where there is no file yet.

    Raises:
        StateError: the file holds something else.
    """
    try:
        return _FILE.validate_json(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValidationError) as fault:
        raise StateError(str(path)) from fault


def write(path: Path, strikes: Mapping[str, Strikes]) -> None:
    """Keeps the strikes for the next run; a run that is killed leaves the old file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = _FILE.dump_python(dict(sorted(strikes.items())), mode="json")
    save(path, (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())


def counted(
    before: Mapping[str, Strikes], replies: Mapping[str, Reply], today: dt.date
) -> Mapping[str, Strikes]:
    """The strikes after a round.

    An address that answers, or is named no more, loses its strikes; one that would not tell keeps
    them as they are.
    """
    if is_offline(replies):
        return before
    after = {}
    for address, reply in replies.items():
        old = before.get(address)
        if reply.standing == "failed":
            after[address] = _struck(old, today)
        elif reply.standing == "untold" and old:
            after[address] = old
    return after


def is_offline(replies: Mapping[str, Reply]) -> bool:
    """Whether nothing answered, as when this machine has no network."""
    hosts = {urlsplit(address).netloc for address in replies}
    return len(hosts) > 1 and all(
        reply.standing == "failed" and not reply.answered for reply in replies.values()
    )


def _struck(old: Strikes | None, today: dt.date) -> Strikes:
    if old is None:
        return Strikes(count=1, first=today, last=today)
    if old.last >= today:
        return old
    return old.model_copy(update={"count": old.count + 1, "last": today})
