namespace ScalingAnalyzers.Checks;

/// <content>Rows: whether a run is near the optimum of its law, and what serving changes.</content>
public static partial class RuleTable
{
    internal static readonly Rule UnderTrained = new("SCALE001", nameof(UnderTrained), "Balance", FindingSeverity.Warning, RuleScope.Runs)
    {
        Check = new UnderTrained(),
        Title = "The run is under-trained for its compute",
        Description = "Tokens per parameter are below the law's optimum at this compute by more than the tolerance: a smaller model on "
            + "more tokens reaches the same loss for less.",
        Messages =
            ["'{run}' trains {parameters} parameters on {tokens} tokens ({ratio} per parameter). At equal compute ({flops}) {law} puts the "
                + "optimum at {optimalParameters} on {optimalTokens} ({optimalRatio} per parameter{epochs}){sameLoss}"],
        Fixes = [FixKind.SameCompute, FixKind.ScaleTokens, FixKind.ScaleParameters],
    };

    internal static readonly Rule OverTrained = new("SCALE002", nameof(OverTrained), "Balance", FindingSeverity.Warning, RuleScope.Runs)
    {
        Check = new OverTrained(),
        Title = "The run is over-trained for what it declares",
        Description = "Tokens per parameter are above the law's optimum at this compute by more than the tolerance, though the run is "
            + "declared compute-optimal or its declared inference does not pay for it.",
        Messages =
        [
            "'{run}' trains {parameters} parameters on {tokens} tokens ({ratio} per parameter){declared}. At equal compute ({flops}) "
                + "{law} puts the optimum at {optimalParameters} on {optimalTokens} ({optimalRatio} per parameter{epochs}){sameLoss}",
            "'{run}' trains a mixture of {parameters} parameters ({active} active) on {tokens} tokens, {ratio} for each of all{declared}. "
                + "{law}, fitted on dense models, puts the optimum of this compute ({flops}) at {optimalRatio} for each",
        ],
        Fixes = [FixKind.SameCompute, FixKind.ScaleParameters, FixKind.ScaleTokens, FixKind.SameLoss],
    };

    internal static readonly Rule BeyondFittedRange =
        new("SCALE003", nameof(BeyondFittedRange), "Balance", FindingSeverity.Info, RuleScope.Runs)
        {
            Check = new BeyondFittedRange(),
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
            Check = new OverTrainedUndeclared(),
            Title = "The run is over-trained and declares no reason",
            Description = "A small model that is trained long is cheap to serve. Where nothing is declared, the message shows what that "
                + "costs and when it pays back; with a declared intent nothing is reported.",
            Messages =
        [
            "'{run}' trains {parameters} on {tokens} tokens ({ratio} each): declare Intent or InferenceTokens. By {law} {equalParameters} "
                + "on {equalTokens} reaches its loss for {share} of the compute; this run pays back after {payback} served tokens"
                + "{quantized}",
            "'{run}' trains {parameters} on {tokens} tokens ({ratio} each): declare Intent or InferenceTokens. At equal compute ({flops}) "
                + "{law} puts the optimum at {optimalParameters} on {optimalTokens} ({optimalRatio} each)",
            "'{run}' trains a mixture of {parameters} ({active} active) on {tokens} tokens ({ratio} for each of all): declare Intent or "
                + "InferenceTokens. {law}, of dense models, puts the optimum of this compute at {optimalRatio} for each",
        ],
            Fixes = [FixKind.DeclareIntent, FixKind.SameCompute, FixKind.ScaleParameters, FixKind.ScaleTokens],
        };

    internal static readonly Rule CheaperToServe =
        new("SCALE501", nameof(CheaperToServe), "Inference", FindingSeverity.Info, RuleScope.Runs)
        {
            Check = new CheaperToServe(),
            Title = "Declared inference makes a smaller, longer-trained model cheaper",
            Description = "Training is paid once and serving for each token: with much inference a smaller model trained longer is "
            + "cheaper over its life at equal loss.",
            Messages =
            ["'{run}' trains {parameters} parameters on {tokens} tokens to serve {served}. {law} reaches this loss with {best}: training "
                + "and inference together then take {bestFlops} FLOPs instead of {flops}, {saving} less{money}",
                "'{run}' declares InferenceOptimal without InferenceTokens: with them this rule can compare it with its pay-back, which "
                + "comes after {payback} served tokens by {law}"],
            Fixes = [FixKind.SameLoss],
        };

    private static Rule[] BalanceRows =>
        [UnderTrained, OverTrained, BeyondFittedRange, OverTrainedUndeclared, CheaperToServe];
}
