"""Tables made together are the tables `CreateModel` would have made one by one."""

from django.db import connection, models
from django.db.migrations import CreateModel, Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from viceversa.kernel.tables import CreateTables

SHELF = CreateModel("Shelf", [("id", models.BigAutoField(primary_key=True))])
BOOK = CreateModel(
    "Book",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("shelf", models.ForeignKey("library.shelf", models.CASCADE)),
    ],
)


def sql(steps: list[Operation], *, back: bool = False) -> list[str]:
    """Return the SQL by which a first migration of these operations is done, or undone."""

    class First(Migration):
        operations = steps

    migration = First("0001_initial", "library")
    editor = connection.schema_editor(collect_sql=True, atomic=False)
    editor.deferred_sql = []
    run = migration.unapply if back else migration.apply
    run(ProjectState(), editor, collect_sql=True)
    lines = [*editor.collected_sql, *map(str, editor.deferred_sql)]
    return [line for line in lines if line and not line.startswith("--")]


def test_the_tables_are_those_made_one_by_one() -> None:
    assert sql([CreateTables([SHELF, BOOK])]) == sql([SHELF, BOOK])


def test_they_go_in_the_opposite_order() -> None:
    gone = sql([CreateTables([SHELF, BOOK])], back=True)
    assert gone == sql([SHELF, BOOK], back=True)
    assert [line.split('"')[1] for line in gone] == ["library_book", "library_shelf"]


def test_their_models_are_known_to_what_follows() -> None:
    state = ProjectState()
    _ = state.apps  # drawn before: what is drawn must not stay without the new models
    CreateTables([SHELF, BOOK]).state_forwards("library", state)
    book = state.apps.get_model("library", "Book")
    assert book._meta.get_field("shelf").related_model is state.apps.get_model("library", "Shelf")


def test_it_says_which_tables() -> None:
    assert CreateTables([SHELF, BOOK]).describe() == "Create models Shelf, Book"
