"""Lowers JavaScript by unawait, one action a file, in a persistent worker where Bazel is told to use them.

    load("//tools:unawait.bzl", "unawait")

    unawait(
        name = "lowered",
        srcs = glob(["src/**/*.js"]),
        options = {"to": "state-machines", "helpers": "import"},
        worker = "//tools:unawait_worker.sh",
    )

`worker` is an executable, or a script, that runs `unawait/bazel/worker.js` by Node. With `--strategy=Unawait=worker`, Bazel 4 also needs
`--experimental_worker_allow_json_protocol`.
"""

def _unawait_impl(ctx):
    outputs = []
    for source in ctx.files.srcs:
        # Below the rule's name, where the sources' own names are kept.
        name = source.short_path
        if ctx.label.package:
            name = name[len(ctx.label.package) + 1:]
        output = ctx.actions.declare_file(ctx.label.name + "/" + name)
        source_map = ctx.actions.declare_file(ctx.label.name + "/" + name + ".map")
        arguments = ctx.actions.args()
        arguments.use_param_file("@%s", use_always = True)
        arguments.set_param_file_format("multiline")
        arguments.add_all([source, output, source_map])
        arguments.add(json.encode(ctx.attr.options))
        ctx.actions.run(
            executable = ctx.executable.worker,
            arguments = [arguments],
            inputs = [source],
            outputs = [output, source_map],
            mnemonic = "Unawait",
            progress_message = "Lowering " + source.short_path,
            execution_requirements = {"supports-workers": "1", "requires-worker-protocol": "json"},
        )
        outputs += [output, source_map]
    return [DefaultInfo(files = depset(outputs))]

unawait = rule(
    implementation = _unawait_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"]),
        "options": attr.string_dict(doc = "The options of `transform`, as in npm's package."),
        "worker": attr.label(executable = True, allow_files = True, cfg = "exec", mandatory = True),
    },
)
