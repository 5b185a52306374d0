"""What stands around the body of a page: head, breadcrumbs, list of sections, page tools."""

from functools import lru_cache

from zhiquan.outputs.head import head
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import home_address, relative
from zhiquan.pages.markup import escaped
from zhiquan.pages.page import Crumb, Heading, Page
from zhiquan.pages.strings import Strings


def parts(page: Page, settings: SiteSettings, strings: Strings) -> dict[str, str]:
    """What fills the slots of a frame for one page."""
    return {
        "head": head(page, settings),
        "alternate": relative(page.address, page.alternate),
        "contents": contents(page, strings),
        "crumbs": crumbs(page, strings),
        "body": page.body,
        "tools": tools(page, settings, strings),
    }


def crumbs(page: Page, strings: Strings) -> str:
    """The way here, from the home page, as a navigation landmark; nothing on the home page."""
    if len(page.crumbs) == 1:
        return ""
    items = []
    for crumb in page.crumbs:
        title = escaped(crumb.title)
        if crumb.address is None:
            items.append(f'<li aria-current="page">{title}</li>')
        else:
            items.append(f'<li><a href="{relative(page.address, crumb.address)}">{title}</a></li>')
    label = escaped(strings("site.crumbs"))
    return f'<nav class="zq-crumbs" aria-label="{label}"><ol>{"".join(items)}</ol></nav>'


def way_to(address: str, title: str, strings: Strings) -> tuple[Crumb, ...]:
    """The breadcrumbs of a hand-written page, which stands right below the home page or is it."""
    home = Crumb(title=strings("site.home"), address=home_address(strings.lang))
    return (home,) if address == home.address else (home, Crumb(title=title, address=None))


def contents(page: Page, strings: Strings) -> str:
    """The sections of the page; nothing where there are fewer than three."""
    if len(page.contents) < 3:  # noqa: PLR2004  (two sections are seen at a glance)
        return ""
    items = "".join(map(_content, page.contents))
    label = escaped(strings("site.contents"))
    return (
        f'<nav class="zq-contents" aria-label="{label}">'
        f'<p class="zq-contents__title">{label}</p><ul>{items}</ul></nav>'
    )


@lru_cache(maxsize=1000)
def _content(heading: Heading) -> str:
    """The link to a section; the same few headings stand on most pages."""
    return f'<li><a href="#{heading.anchor}">{escaped(heading.title)}</a></li>'


def tools(page: Page, settings: SiteSettings, strings: Strings) -> str:
    """Links for someone who found a mistake."""
    links = [(settings.report(page.address, page.source_file), strings("site.report"))]
    if page.source_file:
        links.append((settings.edit(page.source_file), strings("site.edit")))
    items = "".join(f'<li><a href="{escaped(url)}">{escaped(text)}</a></li>' for url, text in links)
    label = escaped(strings("site.tools"))
    return f'<nav class="zq-tools" aria-label="{label}"><ul>{items}</ul></nav>'
