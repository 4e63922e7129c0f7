"""How often each rule was right, measured on the annotated articles."""


def is_certain(rule: str) -> bool:
    return bool(rule)
