"""An answer as a data frame: columns, types, empty cells, Chinese."""

import pandas
import polars
import pytest

from att_graph import ask
from att_graph.stores.table import Table

MIXED = Table(
    ("name", "count", "share", "member", "either", "nothing"),
    [
        ("阿瓦里亚", 3, 0.5, True, 1, None),
        ("Belmora", None, None, None, "unknown", None),
        (None, 2**40, 2, False, 2, None),
    ],
)


def test_a_pandas_frame_keeps_columns_types_and_empty_cells() -> None:
    frame = MIXED.to_pandas()
    assert list(frame.columns) == list(MIXED.columns)
    assert str(frame["count"].dtype) == "Int64"
    assert str(frame["share"].dtype) == "Float64"
    assert str(frame["member"].dtype) == "boolean"
    assert pandas.api.types.is_string_dtype(frame["name"])
    assert frame["name"][0] == "阿瓦里亚"
    assert frame["count"][2] == 2**40
    assert frame.isna().sum().to_dict() == {
        "name": 1, "count": 1, "share": 1, "member": 1, "either": 0, "nothing": 3,
    }  # fmt: skip
    assert list(frame["either"]) == [1, "unknown", 2]


def test_a_polars_frame_keeps_columns_types_and_empty_cells() -> None:
    frame = MIXED.to_polars()
    assert frame.columns == list(MIXED.columns)
    assert frame.schema["count"] == polars.Int64
    assert frame.schema["share"] == polars.Float64
    assert frame.schema["member"] == polars.Boolean
    assert frame.schema["name"] == polars.String
    assert frame["name"].to_list() == ["阿瓦里亚", "Belmora", None]
    assert frame["count"].to_list() == [3, None, 2**40]
    assert frame["either"].to_list() == ["1", "unknown", "2"]
    assert frame["nothing"].null_count() == 3


@pytest.mark.parametrize("name", ["participants", "due-by-date", "stated-figures"])
def test_an_answer_is_the_same_in_both_frames(name: str) -> None:
    answer = ask(name)
    assert len(answer.rows) > 1
    wide, long = answer.to_pandas(), answer.to_polars()
    assert wide.shape == long.shape == (len(answer.rows), len(answer.columns))
    for column in answer.columns:
        wanted = answer.column(column)
        assert long[column].to_list() == wanted
        assert [
            None if cell is pandas.NA else cell for cell in wide[column].astype(object)
        ] == wanted


def test_an_empty_answer_keeps_its_columns() -> None:
    empty = Table(("a", "b"), [])
    assert list(empty.to_pandas().columns) == empty.to_polars().columns == ["a", "b"]
    assert len(empty.to_pandas()) == len(empty.to_polars()) == 0
