namespace ScalingAnalyzers.Checks;

/// <content>Rows: data, dimensions and hyperparameters.</content>
public static partial class RuleTable
{
    internal static readonly Rule DataRepeated = new("SCALE201", nameof(DataRepeated), "Data", FindingSeverity.Warning, RuleScope.Runs)
    {
        Check = new DataRepeated(),
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
        Check = new BeyondStock(),
        Title = "More tokens than the stock holds",
        Description = "A plan cannot count on more distinct tokens than exist; what is missing must be repeated or found. Where no stock "
            + "is declared, public human text is the stock.",
        Messages =
        [
            "'{run}' requires {unique} unique tokens, but its stock '{member}' holds {stock}: {missing} are missing",
            "'{run}' requires {tokens} unique tokens; the indexed web has about {stock} ({interval}) before any filter of quality "
                + "(Villalobos et al. 2024)",
            "'{run}' trains on {tokens} tokens; public human text is equivalent to about {stock} ({interval}), repeats included "
                + "(Villalobos et al. 2024)",
        ],
    };

    internal static readonly Rule DoesNotDivide = new("SCALE301", nameof(DoesNotDivide), "Shape", FindingSeverity.Warning, RuleScope.All)
    {
        Check = new DoesNotDivide(),
        Title = "A dimension does not divide",
        Description = "Heads must divide the hidden size unless a head size is given, key-value groups the heads; a parallel plan must "
            + "divide heads, layers, experts, accelerators and the batch.",
        Messages = ["'{run}': {whole} {value} does not divide into {count} {parts}{nearest}"],
        Fixes = [FixKind.NearestDivisor],
    };

    internal static readonly Rule CountDiffers = new("SCALE302", nameof(CountDiffers), "Shape", FindingSeverity.Warning, RuleScope.All)
    {
        Check = new CountDiffers(),
        Title = "The declared parameter count is not the shape's",
        Description = "A declared count that differs from the counted one by more than 5 % belongs to another model; compute, memory and "
            + "the balance with the law follow from it.",
        Messages = ["'{run}' declares {declared} {unit}, but its dimensions give {counted} ({difference}){mistaken}"],
        Fixes = [FixKind.UseCounted],
    };

    internal static readonly Rule OddDimension = new("SCALE303", nameof(OddDimension), "Shape", FindingSeverity.Info, RuleScope.All)
    {
        Check = new OddDimension(),
        Title = "A dimension is not a multiple of 64",
        Description = "Matrix units work on tiles; a width or vocabulary that is not a multiple of 64 leaves part of them idle in every "
            + "multiplication. The size of a head is exempt.",
        Messages = ["'{run}.{member}' is {value}, not a multiple of 64: {next} ({more} more) fills the tiles of matrix units"],
        Fixes = [FixKind.RoundDimension],
    };

    internal static readonly Rule TokensDisagree = new("SCALE304", nameof(TokensDisagree), "Shape", FindingSeverity.Warning, RuleScope.Runs)
    {
        Check = new TokensDisagree(),
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
            Check = new BatchTooLarge(),
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
            Check = new LearningRateOutside(),
            Title = "The learning rate is outside the bands of both laws",
            Description = "DeepSeek's law and Step Law each give a rate and a band about as good. A rate above both risks divergence, one "
            + "below both wastes compute.",
            Messages =
            ["'{run}' has a peak learning rate of {rate}, more than three times {side} the bands of both deepseek-2024 ({deepSeek}) and "
                + "step-law-2025 ({stepLaw}) for {parameters} parameters{without} on {tokens} tokens with an Adam-family optimizer"],
            Fixes = [FixKind.UseSuggestedLearningRate],
        };

    internal static readonly Rule WeightDecayOutside =
        new("SCALE403", nameof(WeightDecayOutside), "Hyperparameters", FindingSeverity.Info, RuleScope.Runs)
        {
            Check = new WeightDecayOutside(),
            Title = "The weight decay is far from the law's",
            Description = "AdamW averages its updates over B / (rate x decay x tokens) of the run. The best share falls with the tokens "
            + "per parameter (Bergsma et al. 2025), and gives the decay for a batch and a rate.",
            Messages =
            ["'{run}' has a weight decay of {decay}, {times} times {side} the {suggested} of {law} for AdamW with a peak learning rate of "
                + "{rate} and {batch} tokens per step over {tokens} tokens"],
        };

    private static Rule[] ShapeRows =>
    [
        DataRepeated, BeyondStock, DoesNotDivide, CountDiffers, OddDimension, TokensDisagree, BatchTooLarge, LearningRateOutside,
        WeightDecayOutside,
    ];
}
