"""Shapes that lead back to themselves: SHACL leaves open what they mean, so they are refused."""

from att_graph.errors import InputError
from att_graph.validation.guard import About, items

_ONE = ("property", "node", "not", "qualifiedValueShape", "someValue", "memberShape", "nodeByExpression")  # fmt: skip  # noqa: E501
_LIST = ("and", "or", "xone")


def refuse_recursion(shapes: About) -> None:
    """Raises InputError that names a shape which leads back to itself. Standard: SHACL 3.4.3."""
    done: set[object] = set()
    for start in shapes:
        circle = _circle(shapes, start, done)
        if circle:
            names = [str(getattr(node, "value", "")) for node in circle if "/" in str(node)]
            name = f"<{names[0]}>" if names else "a shape without a name"
            raise InputError(
                f"the shapes cannot be used: {name} leads back to itself, and SHACL does not say "
                "what such a shape means; take one of the references out"
            )


def _circle(shapes: About, start: object, done: set[object]) -> list[object]:
    """The shapes of a circle that `start` leads into, if any; by hand, for it may lead far."""
    way: list[tuple[object, list[object]]] = [(start, _next(shapes, start))]
    on_way = {start}
    while way:
        shape, left = way[-1]
        if not left or shape in done:
            done.add(shape)
            on_way.discard(shape)
            way.pop()
            continue
        follower = left.pop()
        if follower in on_way:
            places = [each for each, _ in way]
            return places[places.index(follower) :]
        if follower not in done:
            way.append((follower, _next(shapes, follower)))
            on_way.add(follower)
    return []


def _next(shapes: About, shape: object) -> list[object]:
    said = shapes.get(shape, {})
    found = [each for name in _ONE for each in said.get(name, ())]
    lists = [head for name in _LIST for head in said.get(name, ())]
    return found + [each for head in lists for each in items(shapes, head)]
