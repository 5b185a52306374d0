"""The one place that knows MkDocs: it draws the frames and the hand-written pages.

`mkdocs build` and `mkdocs serve` make the whole site with the plugin alone. `zhiquan build` and
`zhiquan serve` call `draw` and add what is around it.
"""

from zhiquan.mkdocs_plugin.drawing import draw, read_settings
from zhiquan.mkdocs_plugin.plugin import ZhiquanPlugin

__all__ = ["ZhiquanPlugin", "draw", "read_settings"]
