"""A stand-in: the programs only name the type."""


class Response:
    pass
