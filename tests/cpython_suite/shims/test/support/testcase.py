"""Exceptions that look alike."""


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, exc, template):
        """The same class, arguments and, in a group, the same shape."""
        if exc is None or template is None:
            self.assertIs(exc, template)
            return
        self.assertIs(type(exc), type(template))
        if isinstance(exc, BaseExceptionGroup):
            self.assertEqual(exc.message, template.message)
            self.assertEqual(len(exc.exceptions), len(template.exceptions))
            for one, other in zip(exc.exceptions, template.exceptions):
                self.assertExceptionIsLike(one, other)
        else:
            self.assertEqual(exc.args, template.args)
