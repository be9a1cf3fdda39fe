using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>The files that the examples of --help name.</summary>
public sealed class ExampleFolder : IDisposable
{
    public ExampleFolder()
    {
        // The examples give 96 devices, and a file that declares another number is noted.
        string run = File.ReadAllText(System.IO.Path.Combine(
            Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files", "nanotron-smollm1-135m.yaml"))
            .Replace("dp: 64", "dp: 96", StringComparison.Ordinal);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "configs"));
        foreach (string name in new[] { "train.yaml", "small.yaml", "large.yaml", "configs/train.yaml", "configs/small.yaml" })
            Write(name, run);
        Write("appsettings.json", """{ "Training": { "Parameters": 70000000000, "Tokens": 1400000000000 } }""");
        Write("known.json", """{ "findings": [] }""");
        Write("config.json", File.ReadAllText(System.IO.Path.Combine(
            Facts.RepositoryRoot, "samples", "HuggingFace", "configs", "llama-3.1-8b.json")));
        var law = LawCatalog.Default;
        var runs = (from flops in new[] { 1e18, 1e19, 1e20, 1e21 }
                    from share in new[] { 0.2, 0.4, 0.7, 1, 1.5, 2.5, 5 }
                    let n = law.Allocate(flops).Parameters * share
                    let d = flops / 6 / n
                    select (N: n, D: d, Loss: law.Loss(n, d))).ToArray();
        Write("runs.csv", "params,tokens,loss\n" + string.Join("\n", runs.Select(r =>
            FormattableString.Invariant($"{r.N:R},{r.D:R},{r.Loss:R}"))));
        Write("checkpoints.jsonl", string.Join("\n", runs.Select(r => FormattableString.Invariant(
            $$"""{ "run_name": "{{r.N}}", "n": {{r.N:R}}, "tokens": {{r.D:R}}, "eval/nll": {{r.Loss:R}} }"""))));
        var sizes = new (string Name, double N)[] { ("s", 125e6), ("m", 350e6), ("l", 1.3e9) };
        Write("chart.csv", "Step," + string.Join(",", sizes.Select(size =>
            $"{size.Name} - loss,{size.Name} - loss__MIN,{size.Name} - loss__MAX"))
            + "\n" + string.Join("\n", new[] { 1e3, 3e3, 1e4, 3e4, 1e5 }.Select(step => step + "," + string.Join(",", sizes.Select(size =>
            {
                double loss = law.Loss(size.N, step * 524288);
                return FormattableString.Invariant($"{loss:R},{loss:R},{loss:R}");
            })))));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("scaling-examples-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);
}
