using System;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.CodeFixes;
using ScalingAnalyzers.Generators;

namespace ScalingAnalyzers.Testing;

/// <summary>Code with the whole toolkit, as in a user's project.</summary>
public static class Config
{
    /// <summary>Nothing yet, but every analyzer, fix and generator of ours.</summary>
    public static Code Code { get; } = Code.Empty.With(new ScalingAnalyzer())
        .With(new ScalingFixes(), new JsonFixes())
        .With(new RebalanceRefactoring(), new PlanRefactoring())
        .With(new EstimatesGenerator());

    /// <summary>The same in a project that lets batches apply every kind of fix.</summary>
    public static Code Willing { get; } = Code.Property("ScalingBatchFixes", "all");

    /// <summary>A file with our namespace in scope.</summary>
    public static Code Of(string marked) => Code.With("using ScalingAnalyzers;\n" + marked);

    /// <summary>A training config as a static class of these members, with these attribute arguments.</summary>
    public static Code Run(string members, string arguments = "") =>
        Of("[TrainingConfig(" + arguments + ")]\npublic static partial class Run\n{\n" + members + "\n}\n");

    /// <summary>A JSON file named by ScalingConfig items of the project, each given as "Tokens=15T;
    /// Name=Llama".</summary>
    public static Code Json(this Code code, string path, string marked, params string[] items) =>
        code.AdditionalFile(path, marked, ("ScalingConfig", Joined(items)));

    /// <summary>The items of a file as the targets join them.</summary>
    public static string Joined(params string[] items) => Uri.EscapeDataString(string.Join('\u241D', items.Select(item => string.Concat(item
        .Split("; ")
        .Select(field => field.Split('=', 2))
        .Select(parts => parts[0] + '\u241F' + parts[^1] + '\u241E')))));

    /// <summary>Fixes the only marked diagnostic of a run's members and compares the members after it.</summary>
    public static Task Fix(string members, string after, string fix) => Run(members).Marking("SCALE001").Fix(fix).AndNothingWarns()
        .Becomes("using ScalingAnalyzers;\n[TrainingConfig()]\npublic static partial class Run\n{\n" + after + "\n}\n");
}
