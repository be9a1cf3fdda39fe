using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>The laws of batch and learning rate for a run.</summary>
internal static class HyperparameterRanges
{
    /// <summary>These laws count parameters without embeddings; where those are not known apart, all of them stand in.</summary>
    public static HyperparameterPlan Of(ConfigRun run, Balance balance) =>
        HyperparameterPlan.For(run.IsMixture ? balance.Parameters : run.Estimate.Run.NonEmbeddingParameters ?? balance.Parameters, balance.Tokens);
}
