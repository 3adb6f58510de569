"""What the machine is. Coroscope's is the same everywhere: made up, but plausible."""

import sys as _sys
from collections import namedtuple as _namedtuple


class uname_result(_namedtuple('uname_result', 'system node release version machine')):
    @property
    def processor(self):
        return ''


_MACHINE = uname_result('Linux', 'coroscope', '6.1.0', '#1 SMP', 'x86_64')


def uname():
    return _MACHINE


def system():
    return _MACHINE.system


def node():
    return _MACHINE.node


def release():
    return _MACHINE.release


def version():
    return _MACHINE.version


def machine():
    return _MACHINE.machine


def processor():
    return _MACHINE.processor


def architecture(executable=None, bits='', linkage=''):
    return bits or '64bit', linkage or 'ELF'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return 'glibc', '2.36'


def platform(aliased=False, terse=False):
    if terse:
        return 'Linux-6.1.0-x86_64-with-glibc2.36'.replace('-x86_64', '')
    return 'Linux-6.1.0-x86_64-with-glibc2.36'


def system_alias(system, release, version):
    return system, release, version


def python_implementation():
    return 'CPython'


def python_version():
    return '.'.join(map(str, _sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, _sys.version_info[:3]))


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return 'main', 'Oct  7 2024 00:00:00'


def python_compiler():
    return 'GCC 12.2.0'


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def freedesktop_os_release():
    raise OSError('Unable to read files /etc/os-release, /usr/lib/os-release')
