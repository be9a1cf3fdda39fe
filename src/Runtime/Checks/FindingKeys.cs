namespace ScalingAnalyzers.Checks;

/// <summary>
/// The keys of the numbers and texts of findings: in diagnostic properties, in SARIF and in
/// <see cref="Finding.Numbers"/>. Each value has one name; docs/sarif.md lists the keys with their units.
/// </summary>
internal static class FindingKeys
{
    public const string Tokens = "tokens";
    public const string PriorTokens = "priorTokens";
    public const string Parameters = "parameters";
    public const string TokensPerParameter = "tokensPerParameter";
    public const string TrainingFlops = "trainingFlops";
    public const string OptimalTokens = "optimalTokens";
    public const string OptimalParameters = "optimalParameters";
    public const string OptimalTokensPerParameter = "optimalTokensPerParameter";
    public const string OptimalTokensForParameters = "optimalTokensForParameters";
    public const string OptimalParametersForTokens = "optimalParametersForTokens";
    public const string Ratio = "ratio";
    public const string PredictedLoss = "predictedLoss";
    public const string ExcessCompute = "excessCompute";
    public const string PaybackTokens = "paybackTokens";
    public const string Law = "law";
    public const string IsMixture = "isMixture";

    public const string InferenceTokens = "inferenceTokens";
    public const string BestParameters = "bestParameters";
    public const string BestTokens = "bestTokens";
    public const string BestEpochs = "bestEpochs";
    public const string Saving = "saving";
    public const string LifetimeFlops = "lifetimeFlops";
    public const string BestLifetimeFlops = "bestLifetimeFlops";

    public const string OrdersOutsideFit = "ordersOutsideFit";
    public const string Value = "value";
    public const string FittedLow = "fittedLow";
    public const string FittedHigh = "fittedHigh";
    public const string Axis = "axis";

    public const string BudgetTokens = "budgetTokens";
    public const string BudgetParameters = "budgetParameters";
    public const string BudgetTokensOfThisModel = "budgetTokensOfThisModel";
    public const string Taken = "taken";
    public const string Limit = "limit";

    public const string Utilization = "utilization";
    public const string Fraction = "fraction";
    public const string Implied = "implied";
    public const string AcceleratorHours = "acceleratorHours";
    public const string PeakFlopsPerSecond = "peakFlopsPerSecond";
    public const string DeclaredPeakFlopsPerSecond = "declaredPeakFlopsPerSecond";
    public const string DensePeakFlopsPerSecond = "densePeakFlopsPerSecond";
    public const string NearestAccelerator = "nearestAccelerator";

    public const string StateBytesPerDevice = "stateBytesPerDevice";
    public const string MemoryBytes = "memoryBytes";
    public const string SmallestCount = "smallestCount";
    public const string ActivationBytes = "activationBytes";
    public const string LeastActivationBytes = "leastActivationBytes";

    public const string DevelopmentFlops = "developmentFlops";
    public const string Threshold = "threshold";
    public const string Statute = "statute";

    public const string UniqueTokens = "uniqueTokens";
    public const string TokenStock = "tokenStock";
    public const string AcceptedTokens = "acceptedTokens";
    public const string Epochs = "epochs";
    public const string EffectiveTokens = "effectiveTokens";
    public const string ValueOfNextToken = "valueOfNextToken";

    public const string Name = "name";
    public const string Wanted = "wanted";
    public const string Product = "product";

    public const string TokensPerBatch = "tokensPerBatch";
    public const string StepsNow = "stepsNow";
    public const string SuggestedBatch = "suggestedBatch";
    public const string SuggestedSteps = "suggestedSteps";
    public const string LearningRate = "learningRate";
    public const string SuggestedLearningRate = "suggestedLearningRate";
    public const string WeightDecay = "weightDecay";
    public const string SuggestedWeightDecay = "suggestedWeightDecay";
    public const string TargetLoss = "targetLoss";
    public const string DeepSeekLow = "deepSeekLow";
    public const string DeepSeekHigh = "deepSeekHigh";
    public const string StepLawLow = "stepLawLow";
    public const string StepLawHigh = "stepLawHigh";

    public const string Count = "count";
    public const string LargeCount = "largeCount";

    public const string Meant = "meant";
    public const string Role = "role";
}
