using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE908: nothing in the config says how large the model or how long the training is.</summary>
internal sealed class NoEffect : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.Facts.SilentModel is { } model)
        {
            report.At(run.Facts.Find(ConfigRole.Model), Rules.NoEffect, run.Name, "names the model '" + model + "', which is not marked [ModelConfig] and in which nothing was recognised as parameters or a dimension (docs/members.md lists the names that are read)");
            return;
        }

        if (run.Facts.All.Any(f => SaysSize(f.Role))) return;
        string read = string.Join(", ", run.Facts.All.Select(f => f.Name).OrderBy(n => n, System.StringComparer.Ordinal));
        report.AtName(Rules.NoEffect, run.Name, Said(
            run.IsTraining ? "TrainingConfig" : "ModelConfig",
            run.IsTraining ? "parameters, tokens, steps or a model" : "parameters or a dimension",
            read.Length == 0 ? "no member" : read,
            (run.IsTraining ? "Parameters or Tokens" : "HiddenSize or Parameters") + " (docs/members.md lists the names that are read)"));
    }

    /// <summary>What an attribute looked for, what was read instead, and what to do.</summary>
    public static string Said(string attribute, string wanted, string read, string remedy) =>
        "is marked [" + attribute + "], but nothing in it was recognised as " + wanted + ". Read: " + read + ". Name a member " + remedy + ", or mark one with [ConfigMember]";

    private static bool SaysSize(ConfigRole role) => role is
        ConfigRole.Parameters or ConfigRole.ActiveParameters or ConfigRole.TrainingTokens or ConfigRole.UniqueTokens or ConfigRole.MaxSteps or ConfigRole.Model
        || role is >= ConfigRole.HiddenSize and <= ConfigRole.DenseLayers;
}
