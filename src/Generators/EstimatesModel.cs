using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>A type around the constants, outermost first: "partial record struct", "Config", "&lt;T&gt;".</summary>
internal sealed record EnclosingType(string Keyword, string Name, string TypeParameters, string Modifiers = "");

/// <summary>The constants of one run of a class of plans.</summary>
internal sealed record PlanModel(string Name, string Remark, EmittedText? Constants);

/// <summary>Everything the writer needs: where the constants go, which, and what failed on the way, which the analyzer
/// reports.</summary>
internal sealed record EstimatesModel(
    string HintName,
    string Namespace,
    EquatableArray<EnclosingType> Types,
    string Remark,
    EmittedText? Constants,
    EquatableArray<PlanModel> Plans = default,
    string Holder = "Estimates",
    string Failure = "")
{
    /// <summary>How many braces the constants of the config itself are in.</summary>
    public int Depth => (Namespace.Length > 0 ? 1 : 0) + Types.Count + 1;
}

/// <summary>
/// A type as it was read: the place of its constants (with the type's full name in place of the hint), its own run, and
/// the runs of its plans.
/// </summary>
internal sealed record ReadType(EstimatesModel Place, RunModel? Own, EquatableArray<RunModel> Plans);

/// <summary>The constants of one ScalingConfig item, before it has its name.</summary>
internal sealed record ConfigModel(
    WantedName Name, string Namespace, string Remark, EmittedText? Constants, string Failure = "");

/// <summary>The class that an item got.</summary>
internal sealed record GivenName(string Path, int Index, int Element, string Name);

/// <summary>A generated file: the pipeline keeps its text alone, not what it follows from.</summary>
internal sealed record EmittedFile(string HintName, EquatableArray<EmittedText> Texts);
