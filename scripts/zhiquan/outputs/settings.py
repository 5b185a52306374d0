"""Where the site lives: the few addresses that every output needs."""

import re
from dataclasses import dataclass
from urllib.parse import quote

_PLAIN = re.compile(r"[\w.~/:-]*", re.ASCII).fullmatch


@dataclass(frozen=True)
class SiteSettings:
    """The site's identity, as `mkdocs.yml` states it."""

    name: str
    url: str
    """Address of the site, ending in a slash."""
    repository: str
    """Address of the repository, without a slash at the end."""
    edit_path: str
    """Path from the repository to its files in edit mode, e.g. `edit/main/`."""

    @classmethod
    def stated(
        cls, name: str, url: str | None, repository: str | None, edit_path: str | None
    ) -> "SiteSettings":
        """The settings as a person writes them, with or without slashes at the end."""
        return cls(
            name=name,
            url=(url or "").rstrip("/") + "/",
            repository=(repository or "").rstrip("/"),
            edit_path=edit_path or "",
        )

    def absolute(self, address: str) -> str:
        """The public address of a file of the site; a folder's own page goes by the folder."""
        folder, _, name = address.rpartition("/")
        if name != "index.html":
            return self.url + address
        return f"{self.url}{folder}/" if folder else self.url

    def edit(self, source_file: str) -> str:
        """Where a source file can be edited."""
        return f"{self.repository}/{self.edit_path}{source_file}"

    def report(self, address: str, source_file: str | None) -> str:
        """Where an error on a page is reported, with the page and its file already filled in.

        The names are those of the fields of `.github/ISSUE_TEMPLATE/wrong.yml`.
        """
        title, page = _quoted(address), _quoted(self.absolute(address))
        filled = f"template=wrong.yml&title={title}&page={page}"
        file = f"&file={_quoted(source_file)}" if source_file else ""
        return f"{self.repository}/issues/new?{filled}{file}"


def _quoted(text: str) -> str:
    """A text as a value in a query; an address made of ids has nothing to quote."""
    return text if _PLAIN(text) else quote(text, safe=":/")
