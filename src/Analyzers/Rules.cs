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

    public static readonly DiagnosticDescriptor Extrapolation = Rule(
        "SCALE003", "Balance", DiagnosticSeverity.Info,
        "The law is applied far outside the range it was fitted on",
        "'{0}' has {1}, {2} that {3} was fitted on ({4}): what the law says is extrapolated over {5} orders of magnitude",
        "A power law holds where it was fitted; beyond, it is a guess that grows with the distance. The law's own interval does not cover this.");

    public static readonly DiagnosticDescriptor OverTrainedUndeclared = Rule(
        "SCALE004", "Balance", DiagnosticSeverity.Warning,
        "The run is over-trained and does not say why",
        "'{0}' trains {1} parameters on {2} tokens ({3} per parameter). {4}. Declare Intent or InferenceTokens",
        "A small model trained long is cheap to serve. Where nothing is declared, the rule says what that costs and when it pays back; one word of intent silences it.");

    public static readonly DiagnosticDescriptor OverBudget = Rule(
        "SCALE101", "Compute", DiagnosticSeverity.Warning,
        "The run exceeds its budget",
        "'{0}' {1}: {2} times the {3} that '{4}' allows{5}",
        "The run costs more FLOPs, accelerator-hours, money or days than the config itself allows.");

    public static readonly DiagnosticDescriptor Utilization = Rule(
        "SCALE102", "Compute", DiagnosticSeverity.Warning,
        "The utilization is implausible",
        "'{0}' {1}",
        "Utilization is the share of the dense peak that the model's own FLOPs use over the whole wall time (PaLM's MFU). Hours, days and cost hang on it.");

    public static readonly DiagnosticDescriptor StateDoesNotFit = Rule(
        "SCALE103", "Compute", DiagnosticSeverity.Warning,
        "The training state does not fit the accelerators' memory",
        "'{0}' keeps {1} of training state on each of {2} {3} with {4}: {5} ({6}); activations come on top. {7}",
        "Weights, gradients, master weights and optimizer state, divided as declared; where no sharding is declared they are split evenly over all accelerators, the least that any sharding can reach.");

    public static readonly DiagnosticDescriptor Accelerator = Rule(
        "SCALE104", "Compute", DiagnosticSeverity.Warning,
        "The accelerator is not known, or has not the declared precision or peak",
        "'{0}' {1}",
        "Hours, cost and energy follow from the chip's dense peak for the declared precision; without it they are not computed, and from a peak that the chip does not have neither.");

    public static readonly DiagnosticDescriptor Threshold = Rule(
        "SCALE105", "Compute", DiagnosticSeverity.Info,
        "Training compute crosses a regulatory threshold",
        "'{0}' takes {1} FLOPs until it is ready, {2} times the {3} of the {4}: {5}",
        "Some laws hold from a cumulative training compute on. The rule says which; it gives no legal advice.");

    public static readonly DiagnosticDescriptor Repeated = Rule(
        "SCALE201", "Data", DiagnosticSeverity.Warning,
        "The data is repeated",
        "'{0}' trains on {1} tokens of which {2} are unique: {3} epochs. By muennighoff-2023 they are worth {4} new tokens, and one token more is worth {5} of a new one{6}",
        "Repeated tokens are worth less than new ones: hardly less up to 4 epochs, much less beyond 16, nothing beyond 40.");

    public static readonly DiagnosticDescriptor BeyondStock = Rule(
        "SCALE202", "Data", DiagnosticSeverity.Warning,
        "More unique tokens than the declared stock",
        "'{0}' counts on {1} unique tokens, but its stock '{2}' holds {3}: {4} are missing",
        "A plan cannot count on more distinct tokens than exist; what is missing must be repeated or found.");

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

    public static readonly DiagnosticDescriptor Batch = Rule(
        "SCALE401", "Hyperparameters", DiagnosticSeverity.Info,
        "The batch is far beyond the critical batch of every law",
        "'{0}' trains with {1} tokens per step ({2} steps), {3} times the largest batch that any law gives: {4} by {5}{6}. Beyond it, more tokens per step hardly save steps",
        "Beyond the critical batch twice the batch no longer halves the steps: compute is spent on time that is not won.");

    public static readonly DiagnosticDescriptor LearningRate = Rule(
        "SCALE402", "Hyperparameters", DiagnosticSeverity.Info,
        "The learning rate is outside the bands of both laws",
        "'{0}' has a peak learning rate of {1}, more than three times {2} the bands of both deepseek-2024 ({3}) and step-law-2025 ({4}) for {5} parameters on {6} tokens with an Adam-family optimizer",
        "DeepSeek's law and Step Law each give a rate and a band about as good. A rate above both risks divergence, one below both wastes compute.");

    public static readonly DiagnosticDescriptor CheaperToServe = Rule(
        "SCALE501", "Inference", DiagnosticSeverity.Info,
        "Declared inference makes a smaller, longer-trained model cheaper",
        "'{0}' trains {1} parameters on {2} tokens to serve {3}. {4} reaches this loss with {5}: training and inference together then take {6} FLOPs instead of {7}, {8} less{9}",
        "Training is paid once, each served token again and again: with much inference a smaller model trained longer is cheaper over its life at equal loss.");

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
        "Option '{0}' {1}",
        "An unreadable option is never replaced by its default: the rules that need it are silent until it is mended. A misspelt one would do nothing.");

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
        UnderTrained, OverTrained, Extrapolation, OverTrainedUndeclared,
        OverBudget, Utilization, StateDoesNotFit, Accelerator, Threshold,
        Repeated, BeyondStock,
        DoesNotDivide, CountDiffers, OddDimension, TokensDisagree,
        Batch, LearningRate,
        CheaperToServe,
        NotKnown, ImpossibleValue, CannotGenerate, UnknownLaw,
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
