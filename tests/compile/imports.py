import a.b
import a.b as c
import d, e as f
from g import h, i as j
from ..k import *
