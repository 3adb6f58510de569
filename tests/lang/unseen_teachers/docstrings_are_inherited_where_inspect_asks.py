import inspect


class Base:
    """What a base is."""

    def run(self):
        """Runs,

        all the way.
        """

    @property
    def size(self):
        "How large."

    @classmethod
    def make(cls):
        "Makes one."

    @staticmethod
    def helper():
        "Helps."


class Middle(Base):
    def run(self):
        pass

    @property
    def size(self):
        return 1

    @classmethod
    def make(cls):
        pass


class Last(Middle):
    def run(self):
        pass

    def own(self):
        pass


for what in (Last, Last.run, Last().run, Middle.size, Last.make, Last.helper, Last.own, Last().own, Base.run,
             lambda: 0):
    print(repr(inspect.getdoc(what) if what is not int else '')[:40])
