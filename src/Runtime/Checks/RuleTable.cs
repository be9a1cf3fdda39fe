using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// The one table of rules: id, title, messages, category, severity, page, fixes. Descriptors, release files, presets,
/// README and pages are compared with it.
/// </summary>
public static class RuleTable
{
    internal static readonly Rule UnderTrained = new("SCALE001", nameof(UnderTrained), "Balance", FindingSeverity.Warning, RuleScope.Runs)
    {
        Title = "The run is under-trained for its compute",
        Description = "Tokens per parameter are below the law's optimum at this compute by more than the tolerance: a smaller model on "
            + "more tokens reaches the same loss for less.",
        Messages =
            ["'{run}' trains {parameters} parameters on {tokens} tokens ({ratio} per parameter). At equal compute ({flops}) {law} puts the "
                + "optimum at {optimalParameters} on {optimalTokens} ({optimalRatio} per parameter){sameLoss}"],
        Fixes = [FixKind.SameCompute, FixKind.ScaleTokens, FixKind.ScaleParameters],
    };

    internal static readonly Rule OverTrained = new("SCALE002", nameof(OverTrained), "Balance", FindingSeverity.Warning, RuleScope.Runs)
    {
        Title = "The run is over-trained for what it declares",
        Description = "Tokens per parameter are above the law's optimum at this compute by more than the tolerance, though the run is "
            + "declared compute-optimal or its declared inference does not pay for it.",
        Messages =
            ["'{run}' trains {parameters} parameters on {tokens} tokens ({ratio} per parameter){declared}. At equal compute ({flops}) "
                + "{law} puts the optimum at {optimalParameters} on {optimalTokens} ({optimalRatio} per parameter){sameLoss}"],
        Fixes = [FixKind.SameCompute, FixKind.ScaleParameters, FixKind.ScaleTokens, FixKind.SameLoss],
    };

    internal static readonly Rule BeyondFittedRange =
        new("SCALE003", nameof(BeyondFittedRange), "Balance", FindingSeverity.Info, RuleScope.Runs)
        {
            Title = "The law is applied far outside the range it was fitted on",
            Description =
            "A power law holds where it was fitted; its error grows with the distance from there. The law's own interval does "
                + "not cover this.",
            Messages =
        [
            "'{run}' has {value}, {distance} that {law} was fitted on ({range}): its prediction is extrapolated over {orders} orders of "
                + "magnitude",
            "'{run}' is a hybrid ({layers}), and {law} was fitted on transformers with attention in every layer: its prediction is "
                + "extrapolated to another architecture",
            "'{run}' has {value}, {distance} that {law} was fitted on ({range}), and is a hybrid ({layers}): its prediction is "
                + "extrapolated over {orders} orders of magnitude and to another architecture",
        ],
        };

    internal static readonly Rule OverTrainedUndeclared =
        new("SCALE004", nameof(OverTrainedUndeclared), "Balance", FindingSeverity.Warning, RuleScope.Runs)
        {
            Title = "The run is over-trained and declares no reason",
            Description = "A small model that is trained long is cheap to serve. Where nothing is declared, the message shows what that "
                + "costs and when it pays back; with a declared intent nothing is reported.",
            Messages =
        [
            "'{run}' trains {parameters} on {tokens} tokens ({ratio} each): declare Intent or InferenceTokens. By {law} {equalParameters} "
                + "on {equalTokens} reaches its loss for {share} of the compute; this run pays back after {payback} served tokens",
            "'{run}' trains {parameters} on {tokens} tokens ({ratio} each): declare Intent or InferenceTokens. At equal compute ({flops}) "
                + "{law} puts the optimum at {optimalParameters} on {optimalTokens} ({optimalRatio} each)",
        ],
            Fixes = [FixKind.DeclareIntent, FixKind.SameCompute, FixKind.ScaleParameters, FixKind.ScaleTokens],
        };

    internal static readonly Rule OverBudget = new("SCALE101", nameof(OverBudget), "Compute", FindingSeverity.Warning, RuleScope.Runs)
    {
        Title = "The run exceeds its budget",
        Description = "The run costs more FLOPs, accelerator-hours, money or days than the config itself allows.",
        Messages = ["'{run}' {taken}: {times} times the {limit} that '{member}' allows{advice}"],
        Fixes = [FixKind.FitBudget],
    };

    internal static readonly Rule ImplausibleUtilization =
        new("SCALE102", nameof(ImplausibleUtilization), "Compute", FindingSeverity.Warning, RuleScope.Runs)
        {
            Title = "The utilization is implausible",
            Description = "Utilization is the share of the dense peak that the model's own FLOPs use over the whole wall time (PaLM's "
                + "MFU). Hours, days and cost depend on it.",
            Messages =
        [
            "'{run}' declares a utilization of {value}, but it is a share of the peak in (0, 1]{meant}. No hours are computed",
            "'{run}' declares a utilization of {value}, above 0.70: published runs reach 0.2 to 0.55 of the dense peak over their wall "
                + "time. Check whether it counts recomputation, or the best step alone",
            "'{run}' declares a utilization of {value}, but the {hours} accelerator-hours that '{member}' declares imply {implied}. Over "
                + "the whole wall time, restarts included, the hours decide",
            "'{run}' needs a utilization of {implied} to train in the {hours} accelerator-hours that '{member}' declares, above {bound}",
        ],
            Fixes = [FixKind.AsFraction],
        };

    internal static readonly Rule StateDoesNotFit =
        new("SCALE103", nameof(StateDoesNotFit), "Compute", FindingSeverity.Warning, RuleScope.Runs)
        {
            Title = "The training state does not fit the accelerators' memory",
            Description = "Weights, gradients, master weights and optimizer state, divided as declared; where no sharding is declared "
                + "they are split evenly over all accelerators, the least that any sharding can reach.",
            Messages =
            ["'{run}' keeps {state} of training state on each of {devices} {chip} with {memory}: {parts} ({sharding}); activations are not "
                + "included. {remedy}",
                "'{run}' keeps {state} of training state on each of {devices} {chip} with {memory}: {parts} ({sharding}), {remedy} of the "
                + "memory. Activations need the rest"],
        };

    internal static readonly Rule UnknownAccelerator =
        new("SCALE104", nameof(UnknownAccelerator), "Compute", FindingSeverity.Warning, RuleScope.Runs)
        {
            Title = "Unknown accelerator, or one that does not support the declared precision or peak",
            Description = "Hours, cost and energy follow from the chip's dense peak for the declared precision; without it, or from a peak "
            + "that the chip does not reach, they are not computed.",
            Messages =
        [
            "'{run}' names '{name}', which is not a known accelerator{remedy}",
            "'{run}' declares a peak of {why}. No hours, days, energy or cost are computed from it",
            "'{run}' names {chip} with {precision}, for which no dense peak is known; dense peaks are known for {formats}",
        ],
            Fixes = [FixKind.UseKnownAccelerator, FixKind.UseDensePeak],
        };

    internal static readonly Rule ThresholdCrossed =
        new("SCALE105", nameof(ThresholdCrossed), "Compute", FindingSeverity.Info, RuleScope.Runs)
        {
            Title = "Training compute crosses a regulatory threshold",
            Description = "Some statutes apply above a cumulative training compute. The message names the statute; it is no legal advice.",
            Messages = ["'{run}' takes {flops} FLOPs until it is ready, {times} times the {threshold} of the {statute}: {consequence}"],
        };

    internal static readonly Rule DataRepeated = new("SCALE201", nameof(DataRepeated), "Data", FindingSeverity.Warning, RuleScope.Runs)
    {
        Title = "The data is repeated",
        Description = "Repeated tokens add less than new ones: hardly less up to 4 epochs, much less beyond 16, almost nothing beyond 40.",
        Messages =
        [
            "'{run}' trains on {tokens} tokens of which {unique} are unique: {epochs} epochs. By muennighoff-2023 they are equivalent to "
                + "{effective} new tokens, and a further repeated token adds {next} of what a new one adds",
            "'{run}' trains on {tokens} tokens of which {unique} are unique: {epochs} epochs. By muennighoff-2023 they are equivalent to "
                + "{effective} new tokens, and further repeats add almost nothing",
        ],
        Fixes = [FixKind.LimitEpochs],
    };

    internal static readonly Rule BeyondStock = new("SCALE202", nameof(BeyondStock), "Data", FindingSeverity.Warning, RuleScope.Runs)
    {
        Title = "More unique tokens than the declared stock",
        Description = "A plan cannot count on more distinct tokens than exist; what is missing must be repeated or found.",
        Messages = ["'{run}' requires {unique} unique tokens, but its stock '{member}' holds {stock}: {missing} are missing"],
    };

    internal static readonly Rule DoesNotDivide = new("SCALE301", nameof(DoesNotDivide), "Shape", FindingSeverity.Warning, RuleScope.All)
    {
        Title = "A dimension does not divide",
        Description = "Heads must divide the hidden size unless a head size is given, key-value groups the heads; a parallel plan must "
            + "divide heads, layers, experts, accelerators and the batch.",
        Messages = ["'{run}': {whole} {value} does not divide into {count} {parts}{nearest}"],
        Fixes = [FixKind.NearestDivisor],
    };

    internal static readonly Rule CountDiffers = new("SCALE302", nameof(CountDiffers), "Shape", FindingSeverity.Warning, RuleScope.All)
    {
        Title = "The declared parameter count is not the shape's",
        Description = "A declared count that differs from the counted one by more than 5 % belongs to another model; compute, memory and "
            + "the balance with the law follow from it.",
        Messages = ["'{run}' declares {declared} {unit}, but its dimensions give {counted} ({difference}){mistaken}"],
        Fixes = [FixKind.UseCounted],
    };

    internal static readonly Rule OddDimension = new("SCALE303", nameof(OddDimension), "Shape", FindingSeverity.Info, RuleScope.All)
    {
        Title = "A dimension is not a multiple of 64",
        Description = "Matrix units work on tiles; a width or vocabulary that is not a multiple of 64 leaves part of them idle in every "
            + "multiplication. The size of a head is exempt.",
        Messages = ["'{run}.{member}' is {value}, not a multiple of 64: {next} ({more} more) fills the tiles of matrix units"],
        Fixes = [FixKind.RoundDimension],
    };

    internal static readonly Rule TokensDisagree = new("SCALE304", nameof(TokensDisagree), "Shape", FindingSeverity.Warning, RuleScope.Runs)
    {
        Title = "Declared tokens disagree with steps, batch and sequence",
        Description =
            "Where the training tokens follow from two sets of members, both must agree to within 2 %: one of them is not what will run.",
        Messages = ["'{run}' trains on {tokens} tokens by {formula}, but {otherFormula} gives {otherTokens} "
            + "({difference}){reading}"],
        Fixes = [FixKind.UseProduct],
    };

    internal static readonly Rule BatchTooLarge =
        new("SCALE401", nameof(BatchTooLarge), "Hyperparameters", FindingSeverity.Warning, RuleScope.Runs)
        {
            Title = "The batch is far beyond the critical batch of every law",
            Description = "Beyond the critical batch a doubled batch no longer halves the steps: compute is spent without a gain in time.",
            Messages =
            ["'{run}' trains with {batch} tokens per step ({steps} steps), {times} times the largest batch that any law gives: {suggested} "
                + "by {law}{atLoss}. Beyond it, more tokens per step hardly save steps"],
            Fixes = [FixKind.UseSuggestedBatch],
        };

    internal static readonly Rule LearningRateOutside =
        new("SCALE402", nameof(LearningRateOutside), "Hyperparameters", FindingSeverity.Warning, RuleScope.Runs)
        {
            Title = "The learning rate is outside the bands of both laws",
            Description = "DeepSeek's law and Step Law each give a rate and a band about as good. A rate above both risks divergence, one "
            + "below both wastes compute.",
            Messages =
            ["'{run}' has a peak learning rate of {rate}, more than three times {side} the bands of both deepseek-2024 ({deepSeek}) and "
                + "step-law-2025 ({stepLaw}) for {parameters} parameters on {tokens} tokens with an Adam-family optimizer"],
            Fixes = [FixKind.UseSuggestedLearningRate],
        };

    internal static readonly Rule CheaperToServe =
        new("SCALE501", nameof(CheaperToServe), "Inference", FindingSeverity.Info, RuleScope.Runs)
        {
            Title = "Declared inference makes a smaller, longer-trained model cheaper",
            Description = "Training is paid once and serving for each token: with much inference a smaller model trained longer is "
            + "cheaper over its life at equal loss.",
            Messages =
            ["'{run}' trains {parameters} parameters on {tokens} tokens to serve {served}. {law} reaches this loss with {best}: training "
                + "and inference together then take {bestFlops} FLOPs instead of {flops}, {saving} less{money}"],
            Fixes = [FixKind.SameLoss],
        };

    internal static readonly Rule NotKnown = new("SCALE901", nameof(NotKnown), "Configuration", FindingSeverity.Hidden, RuleScope.All)
    {
        Origin = RuleOrigin.Reader,
        IsEnabledByDefault = false,
        Title = "A value is not known at compile time, or the run is not assessed",
        Description = "Off by default. Names the expression that stopped the reading and why, or why the laws are not applied to the run.",
        Messages =
        [
            "'{run}' has no value for '{member}': {reason}",
            "'{run}' has no parameter count: {reason}",
            "'{run}' is not assessed: {reason}",
        ],
    };

    internal static readonly Rule ValueImpossible =
        new("SCALE902", nameof(ValueImpossible), "Configuration", FindingSeverity.Error, RuleScope.All)
        {
            Title = "The value is impossible",
            Description = "A count, share or price that is zero, negative, not a number or beyond its type cannot describe a run; no "
                + "constant is computed from it.",
            Messages = ["'{run}.{member}' is {value}: it {why}. Nothing is computed from it"],
        };

    internal static readonly Rule CannotGenerate =
        new("SCALE903", nameof(CannotGenerate), "Configuration", FindingSeverity.Info, RuleScope.All)
        {
            Origin = RuleOrigin.Reader,
            Title = "Constants cannot be generated for the type",
            Description = "The constants are members of a nested type, so the type and every type around it must be partial, not "
                + "file-local, and without a member named Estimates.",
            Messages =
        [
            "'{run}' has no Estimates: {obstacle}",
            "'{run}' has no constants under this name: an earlier ScalingConfig item has it, so they are in ScalingConfigs.{given}. Give "
                + "the item a Name of its own",
            "'{run}' has no constants: {problem}. This is a fault of ScalingAnalyzers, and worth a report",
            "'{run}' is not assessed: {problem}. This is a fault of ScalingAnalyzers, and worth a report",
        ],
            Fixes = [FixKind.AddPartial],
        };

    internal static readonly Rule UnknownLaw = new("SCALE904", nameof(UnknownLaw), "Configuration", FindingSeverity.Error, RuleScope.Runs)
    {
        Title = "The scaling law does not exist",
        Description = "Laws are named by id, as in KnownLaws. Without a law the run is not assessed and no loss is predicted; FLOPs, hours "
            + "and memory are still computed.",
        Messages =
        [
            "'{run}' names the scaling law '{law}', which does not exist; {remedy}",
            "'{run}' defines no law: {problem}",
        ],
    };

    internal static readonly Rule UnreadableOption =
        new("SCALE905", nameof(UnreadableOption), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Origin = RuleOrigin.Reader,
            Title = "An option cannot be read",
            Description = "An unreadable option is never replaced by its default: the rules that need it report nothing until it is "
                + "corrected. A misspelt one has no effect.",
            Messages = ["Option '{run}' {problem}"],
        };

    internal static readonly Rule TwoForOneRole =
        new("SCALE906", nameof(TwoForOneRole), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Title = "Two members have one role and different values",
            Description = "Each role has one value. Where two members give different ones, neither is used.",
            Messages =
            ["'{run}' declares {first} in '{firstMember}' and {second} in '{secondMember}', and both are the {role}; neither is used. Hide "
                + "one with [ConfigMember(ConfigRole.None)]"],
        };

    internal static readonly Rule SuspiciousMagnitude =
        new("SCALE907", nameof(SuspiciousMagnitude), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Title = "The magnitude is suspicious",
            Description = "Models have more than ten thousand parameters and train on more than a hundred thousand tokens; a smaller "
                + "number is usually meant in billions, and one beyond all models usually counts its unit twice.",
            Messages = ["'{run}.{member}' is {value} {unit}: did you mean {meant}"],
            Fixes = [FixKind.AppendBillions],
        };

    internal static readonly Rule NoEffect =
        new("SCALE908", nameof(NoEffect), "Configuration", FindingSeverity.Warning, RuleScope.Training | RuleScope.Model)
        {
            Origin = RuleOrigin.Reader,
            Title = "The attribute has no effect",
            Description =
            "Members are recognised by name (docs/members.md) or by [ConfigMember]; a config without any such member is not assessed.",
            Messages =
        [
            "'{run}' is marked [{attribute}], but nothing in it was recognised as {wanted}. Read: {read}. Name a member {remedy}, or mark "
                + "one with [ConfigMember]",
            "'{run}' names the model '{model}', which is not marked [ModelConfig] and in which nothing was recognised as parameters or a "
                + "dimension (docs/members.md lists the names that are read)",
            "'{run}' is not counted: {problem}",
            "'{run}' is counted with sizes that its file does not state, the defaults of model_type '{type}': {sizes}",
        ],
        };

    internal static readonly Rule NameAlmostRead =
        new("SCALE909", nameof(NameAlmostRead), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Title = "A name is almost one that is read",
            Description = "A misspelt member, key, law, family, accelerator or option has no effect. The rule reports it only where what it "
                + "would give is not given otherwise.",
            Messages =
        [
            "'{run}.{name}' is not read; did you mean '{meant}'? Mark it [ConfigMember(ConfigRole.{role})], or ConfigRole.None if it is "
                + "something else",
            "'{run}' names the {kind} '{name}', which is not known; did you mean '{meant}'?",
            "'{run}': {kind} '{name}' is not read; did you mean '{meant}'?",
        ],
            Fixes = [FixKind.UseKnownName, FixKind.DeclareRole],
        };

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = Array.AsReadOnly(new[]
    {
        UnderTrained, OverTrained, BeyondFittedRange, OverTrainedUndeclared,
        OverBudget, ImplausibleUtilization, StateDoesNotFit, UnknownAccelerator, ThresholdCrossed,
        DataRepeated, BeyondStock,
        DoesNotDivide, CountDiffers, OddDimension, TokensDisagree,
        BatchTooLarge, LearningRateOutside,
        CheaperToServe,
        NotKnown, ValueImpossible, CannotGenerate, UnknownLaw,
        UnreadableOption, TwoForOneRole, SuspiciousMagnitude, NoEffect, NameAlmostRead,
    });

    /// <summary>The rule of this id.</summary>
    /// <param name="id">SCALE001.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="KeyNotFoundException">No rule has this id.</exception>
    public static Rule Get(string id) =>
        TryGet(id, out var rule) ? rule : throw new KeyNotFoundException(
            $"No rule has the id '{id}'; ids run from {All[0].Id} to {All[All.Count - 1].Id}.");

    internal static bool TryGet(string id, [NotNullWhen(true)] out Rule? rule)
    {
        rule = All.FirstOrDefault(known => known.Id == id);
        return rule is not null;
    }
}
