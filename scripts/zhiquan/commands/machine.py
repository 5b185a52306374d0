"""What is told when the machine fails, not the content: a full disk, a missing permission."""

import errno

import click

from zhiquan.commands.options import language_of
from zhiquan.source.message import Message, message, spoken

_FULL = message("the disk is full: make room, then run it again")
_WORDS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: message("a file grew larger than this system allows"),
    errno.EACCES: message("that is not permitted"),
    errno.EPERM: message("that is not permitted"),
    errno.EROFS: message("that disk can only be read"),
    errno.ENOENT: message("it is not there, or somebody removed it meanwhile"),
    errno.EMFILE: message("too many files are open"),
    errno.ENFILE: message("too many files are open"),
    errno.ENOMEM: message("there is not enough memory"),
}


class MachineFailedError(click.ClickException):
    """What ends such a command."""

    exit_code = 2


class Group(click.Group):
    """Ends a command that the machine fails with one line and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command that was named."""
        try:
            return super().invoke(ctx)
        except (OSError, MemoryError) as fault:
            said = told(fault)
            if said is None:
                raise
        raise MachineFailedError(spoken(said, language_of(ctx)))


def told(fault: OSError | MemoryError) -> Message | None:
    """What to say of a fault; None where it is not the machine's, or click knows better."""
    if isinstance(fault, MemoryError):
        return _WORDS[errno.ENOMEM]
    if isinstance(fault, ChildProcessError):
        return message(
            "a process of this run was ended from outside, perhaps for want of memory: run it again"
        )
    if fault.errno is None or fault.errno == errno.EPIPE:
        return None
    reason = _WORDS.get(fault.errno, fault.strerror)
    if fault.filename is None:
        return message("{reason}", reason=reason)
    return message("{path}: {reason}", path=fault.filename, reason=reason)
