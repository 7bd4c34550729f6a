"""A small builder of ONNX graphs whose weights lie in external files.

The graphs are written by hand rather than traced, because the product needs what no exporter gives: quantisation of
the activations row by row, so that a text's scores do not depend on the texts that happen to share its batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

ALIGNMENT = 4096  # the page size: ONNX Runtime maps an aligned tensor instead of copying it
INLINE = 256  # bytes; smaller tensors stay in the graph file
MICROSOFT = "com.microsoft"  # the domain of ONNX Runtime's own fused operators
TYPES = {"f": TensorProto.FLOAT, "i": TensorProto.INT64, "m": TensorProto.INT32}


class Graph:
    """Collects nodes and weights, then writes the graph and its external weight files.

    Args:
        name: The graph's name.
        weights: The file for weights that name no other.
    """

    def __init__(self, name: str, weights: str = "layers.bin") -> None:
        self._weights = weights
        self._name = name
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: list[onnx.TensorProto] = []
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []
        self._constants: dict[tuple[str, tuple[int, ...], bytes], str] = {}
        self._files: dict[str, bytearray] = {}
        self._count = 0

    def input(self, name: str, kind: str, shape: Sequence[int | str]) -> str:
        """Declare a graph input; `kind` is a key of TYPES."""
        self._inputs.append(helper.make_tensor_value_info(name, TYPES[kind], shape))
        return name

    def output(self, value: str, name: str, shape: Sequence[int | str]) -> None:
        """Declare a float32 graph output called `name` that carries `value`."""
        self._nodes.append(helper.make_node("Identity", [value], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def node(
        self, op: str, inputs: Sequence[str], *, outputs: int = 1, domain: str = "", **attributes: Any
    ) -> list[str]:
        """Add one node and return the names of its outputs; an empty input name leaves out an optional input."""
        self._count += 1
        names = [f"v{self._count}" + (f"_{i}" if i else "") for i in range(outputs)]
        self._nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attributes))
        return names

    def op(self, op: str, *inputs: str, **attributes: Any) -> str:
        """Add a node of the standard domain with one output."""
        return self.node(op, inputs, **attributes)[0]

    def fused(self, op: str, *inputs: str, **attributes: Any) -> str:
        """Add one of ONNX Runtime's fused operators, with one output."""
        return self.node(op, inputs, domain=MICROSOFT, **attributes)[0]

    def tensor(self, value: NDArray[Any] | np.generic, file: str | None = None) -> str:
        """Add a weight and return its name; equal small constants are shared, large ones go to `file`."""
        value = np.asarray(value, order="C")
        raw = value.tobytes()
        if len(raw) <= INLINE:
            key = (str(value.dtype), value.shape, raw)
            if key not in self._constants:
                self._constants[key] = name = f"c{len(self._constants)}"
                self._initializers.append(numpy_helper.from_array(value, name))
            return self._constants[key]
        name = f"w{len(self._initializers)}"
        file = file or self._weights
        blob = self._files.setdefault(file, bytearray())
        blob.extend(b"\0" * (-len(blob) % ALIGNMENT))
        proto = TensorProto(
            name=name,
            data_type=helper.np_dtype_to_tensor_dtype(value.dtype),
            dims=value.shape,
            data_location=TensorProto.EXTERNAL,
        )
        for k, v in (("location", file), ("offset", str(len(blob))), ("length", str(len(raw)))):
            proto.external_data.add(key=k, value=v)
        blob.extend(raw)
        self._initializers.append(proto)
        return name

    def save(self, folder: Path, file: str = "model.onnx") -> list[Path]:
        """Write the graph as `file`, and the weight files, into `folder`.

        Returns:
            The files written, the graph first.

        Raises:
            onnx.checker.ValidationError: The graph is not well formed.
        """
        folder.mkdir(parents=True, exist_ok=True)
        graph = helper.make_graph(self._nodes, self._name, self._inputs, self._outputs, self._initializers)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="factcheck")
        written = [folder / file]
        for weights, blob in self._files.items():
            written.append(folder / weights)
            written[-1].write_bytes(blob)
        written[0].write_bytes(model.SerializeToString(deterministic=True))
        onnx.checker.check_model(str(written[0]))
        return written
