# Of Unicode there is one version.
import unicodedata

print(unicodedata.unidata_version)
print(unicodedata.ucd_3_2_0.name('a'))
