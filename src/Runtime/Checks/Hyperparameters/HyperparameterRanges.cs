using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>The laws of batch and learning rate for a run.</summary>
internal static class HyperparameterRanges
{
    /// <summary>
    /// These laws count parameters without embeddings; where that count is unknown, all parameters are used.
    /// </summary>
    public static HyperparameterPlan Of(ConfigRun run, Balance balance) =>
        HyperparameterPlan.For(run.IsMixture ? balance.Parameters : run.Estimate.Counted.NonEmbeddingParameters ?? balance.Parameters,
            balance.Tokens);
}
