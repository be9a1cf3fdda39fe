using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Analyzers;

/// <summary>The one table of rules: id, title, message, severity, family, description. Every other list is derived from it or checked against it.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor UnderTrained = Rule(
        "SCALE001", "Balance", DiagnosticSeverity.Warning,
        "The run is under-trained for its compute",
        "'{0}' trains {1} parameters on {2} tokens ({3} per parameter). At equal compute ({4} FLOPs) {5} puts the optimum at {6} on {7} ({8} per parameter){9}",
        "Tokens per parameter lie below the law's optimum at this compute by more than the tolerance: a smaller model on more tokens reaches the same loss for less.");

    public static readonly DiagnosticDescriptor OverTrained = Rule(
        "SCALE002", "Balance", DiagnosticSeverity.Warning,
        "The run is over-trained for what it declares",
        "'{0}' trains {1} parameters on {2} tokens ({3} per parameter){10}. At equal compute ({4} FLOPs) {5} puts the optimum at {6} on {7} ({8} per parameter){9}",
        "Tokens per parameter lie above the law's optimum at this compute by more than the tolerance, though the run is declared compute-optimal or its declared inference does not pay for it.");

    public static readonly DiagnosticDescriptor OverTrainedUndeclared = Rule(
        "SCALE004", "Balance", DiagnosticSeverity.Warning,
        "The run is over-trained and does not say why",
        "'{0}' trains {1} parameters on {2} tokens ({3} per parameter). {4}. Declare Intent or InferenceTokens",
        "A small model trained long is cheap to serve. Where nothing is declared, the rule says what that costs and when it pays back; one word of intent silences it.");

    public static readonly DiagnosticDescriptor StateDoesNotFit = Rule(
        "SCALE103", "Compute", DiagnosticSeverity.Warning,
        "The training state does not fit the accelerators' memory",
        "'{0}' keeps {1} of training state on each of {2} {3} with {4}: {5} ({6}); activations come on top. {7}",
        "Weights, gradients, master weights and optimizer state, divided as declared; where no sharding is declared they are split evenly over all accelerators, the least that any sharding can reach.");

    public static readonly DiagnosticDescriptor Accelerator = Rule(
        "SCALE104", "Compute", DiagnosticSeverity.Warning,
        "The accelerator is not known or lacks the precision",
        "'{0}' names {1}{2}",
        "Hours, cost and energy follow from the chip's dense peak for the declared precision; without it they are not computed.");

    public static readonly DiagnosticDescriptor DoesNotDivide = Rule(
        "SCALE301", "Shape", DiagnosticSeverity.Warning,
        "A dimension does not divide",
        "'{0}': {1} {2} does not divide into {3} {4}{5}",
        "Heads must divide the hidden size unless a head size is given, key-value groups the heads; a parallel plan must divide heads, layers, experts, accelerators and the batch.");

    public static readonly DiagnosticDescriptor CountDiffers = Rule(
        "SCALE302", "Shape", DiagnosticSeverity.Warning,
        "The declared parameter count is not the shape's",
        "'{0}' declares {1} {2}, but its dimensions make {3} ({4}){5}",
        "A declared count that differs from the counted one by more than 5 % belongs to another model; compute, memory and verdicts follow from it.");

    public static readonly DiagnosticDescriptor OddDimension = Rule(
        "SCALE303", "Shape", DiagnosticSeverity.Info,
        "A dimension is not a multiple of 64",
        "'{0}.{1}' is {2}, not a multiple of 64: {3} ({4} more) fills the tiles of matrix units",
        "Matrix units work on tiles; a width or vocabulary that is no multiple of 64 leaves part of them idle in every multiplication. The size of a head is exempt.");

    public static readonly DiagnosticDescriptor TokensDisagree = Rule(
        "SCALE304", "Shape", DiagnosticSeverity.Warning,
        "Declared tokens disagree with steps, batch and sequence",
        "'{0}' trains on {1} tokens by {2}, but {3} makes {4} ({5})",
        "Where the training tokens follow from two sets of members, both must say the same to within 2 %: one of them is not what will run.");

    public static readonly DiagnosticDescriptor NotKnown = Rule(
        "SCALE901", "Configuration", DiagnosticSeverity.Hidden,
        "A value is not known at compile time, or no verdict is given",
        "'{0}' gets no {1}: {2}",
        "Off by default. Says which expression stopped the reading and why, or why the laws do not speak of the run.",
        enabled: false);

    public static readonly DiagnosticDescriptor ImpossibleValue = Rule(
        "SCALE902", "Configuration", DiagnosticSeverity.Error,
        "The value is impossible",
        "'{0}.{1}' is {2}: it {3}. Nothing is computed from it",
        "A count, share or price that is zero, negative, not a number or beyond its type cannot describe a run; no constant is made from it.");

    public static readonly DiagnosticDescriptor CannotGenerate = Rule(
        "SCALE903", "Configuration", DiagnosticSeverity.Info,
        "Constants cannot be generated for the type",
        "'{0}' gets no {1}",
        "The constants stand in a nested type, so the type and every type around it must be partial, not file-local, and without a member named Estimates.");

    public static readonly DiagnosticDescriptor UnknownLaw = Rule(
        "SCALE904", "Configuration", DiagnosticSeverity.Error,
        "The scaling law is not known",
        "{0}",
        "Laws are named by id, as in KnownLaws. Without a law there is no verdict and no prediction; FLOPs, hours and memory are still computed.");

    public static readonly DiagnosticDescriptor UnreadableOption = Rule(
        "SCALE905", "Configuration", DiagnosticSeverity.Warning,
        "An option cannot be read",
        "Option '{0}' is '{1}', which is not {2}; what depends on it stays silent",
        "An unreadable option is never replaced by its default: the rules that need it are silent until it is mended.");

    public static readonly DiagnosticDescriptor TwoForOneRole = Rule(
        "SCALE906", "Configuration", DiagnosticSeverity.Warning,
        "Two members play one role with different values",
        "'{0}' says {1} in '{2}' and {3} in '{4}', and both are the {5}; nothing is computed from either. Hide one with [ConfigMember(ConfigRole.None)]",
        "Each role can be played by one value. Of two that differ neither is taken.");

    public static readonly DiagnosticDescriptor SuspiciousMagnitude = Rule(
        "SCALE907", "Configuration", DiagnosticSeverity.Warning,
        "The magnitude is suspicious",
        "'{0}.{1}' is {2} {3}: did you mean {2} billion? Write the full count, or a member such as {1}InBillions",
        "Models have more than ten thousand parameters and train on more than a hundred thousand tokens; a smaller number is usually meant in billions.");

    public static readonly DiagnosticDescriptor NoEffect = Rule(
        "SCALE908", "Configuration", DiagnosticSeverity.Warning,
        "The attribute has no effect",
        "'{0}' {1}",
        "Members are recognised by name (docs/members.md) or by [ConfigMember]; a config without any such member is judged by nothing.");

    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        UnderTrained, OverTrained, OverTrainedUndeclared, StateDoesNotFit, Accelerator,
        DoesNotDivide, CountDiffers, OddDimension, TokensDisagree, NotKnown, ImpossibleValue, CannotGenerate, UnknownLaw,
        UnreadableOption, TwoForOneRole, SuspiciousMagnitude, NoEffect);

    private static DiagnosticDescriptor Rule(string id, string family, DiagnosticSeverity severity, string title, string message, string description, bool enabled = true) => new(
        id,
        title,
        message,
        "ScalingAnalyzers." + family,
        severity,
        isEnabledByDefault: enabled,
        description,
        helpLinkUri: RulePages.Home + "/" + id + ".md");
}
