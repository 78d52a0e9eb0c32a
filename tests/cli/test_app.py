import json
import subprocess
import sys

from rashomon import __version__
from rashomon.render.schemas import schema


def test_the_version_is_told(rashomon):
    assert rashomon("--version").out == f"rashomon {__version__}\n"


def test_without_a_command_help_is_shown(rashomon):
    ran = rashomon()
    assert "read" in ran.out + ran.err
    assert "who says what" in ran.out + ran.err


def test_the_schema_is_printed(rashomon):
    assert json.loads(rashomon("schema").out) == schema()


def test_help_and_import_load_no_model_and_no_heavy_library():
    code = (
        "import sys, runpy, rashomon; sys.argv = ['rashomon', '--help']\n"
        "try: runpy.run_module('rashomon', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(sorted({'onnxruntime', 'tokenizers', 'trafilatura', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"
