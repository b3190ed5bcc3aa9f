"""A replica: the programs only name the type."""


class Response:
    pass
