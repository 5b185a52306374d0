"""The search's records: what a result shows beside its words."""

from zhiquan.outputs.project import Project
from zhiquan.outputs.search.excerpts import pages_of
from zhiquan.outputs.search.records import records


def test_a_result_under_review_is_labelled(amended: Project) -> None:
    """By its title, and each of its questions by itself; what rests elsewhere has no label."""
    found = {one.ref: one for one in records(amended.publication, "en")}
    limit = found["limits/contact-hours"]
    (page,) = pages_of(limit, "en")
    assert page[2] == "Hours of contact [△ Under review]"
    assert all(question[1].endswith("[△ Under review]") for question in page[4])
    assert limit.title == "Hours of contact"
    assert found["practices/home-visit"].label == "△ Under review"
    assert found["limits/rate-cap"].label == ""
