"""Names for asyncio's subprocesses. A call that blocks until a process ends is refused."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            return f'Command {self.cmd!r} died with unknown signal {-self.returncode}.'
        return f'Command {self.cmd!r} returned non-zero exit status {self.returncode}.'


class TimeoutExpired(SubprocessError):

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    """What a process that has ended left behind."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        shown = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        shown += [f'{name}={value!r}' for name in ('stdout', 'stderr') if (value := getattr(self, name)) is not None]
        return f'{type(self).__name__}({", ".join(shown)})'

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f'Coroscope does not run subprocess.{name}(): use '
                                  'asyncio.create_subprocess_exec(), answered from the lesson\'s '
                                  'world')

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in ('Popen', 'run', 'call', 'check_call', 'check_output', 'getoutput', 'getstatusoutput'):
    globals()[_name] = _refused(_name)
del _name

__all__ = (
    'Popen PIPE STDOUT call check_call getstatusoutput getoutput check_output run '
    'CalledProcessError DEVNULL SubprocessError TimeoutExpired CompletedProcess').split()
