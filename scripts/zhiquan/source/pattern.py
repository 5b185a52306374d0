"""Regular expressions that cost nothing until they are used."""

import re
from collections.abc import Callable
from functools import cache, partial


def pattern(written: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[], re.Pattern[str]]:
    """A regular expression that is made ready when it is first asked for.

    Making all patterns of the checks ready would take a tenth of the time in which one file is
    checked, and most are never used. Written `_SPACES = pattern(" +")`, used `_SPACES().sub(…)`.
    """
    return cache(partial(re.compile, written, flags))
