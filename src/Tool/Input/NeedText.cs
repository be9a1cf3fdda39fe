using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.RunFiles;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>What a run file does not have, with the option that gives it.</summary>
internal static class NeedText
{
    // Steps and a batch in sequences have no option of their own; tokens stand for them.
    private static readonly Dictionary<ConfigRole, ConfigRole> Instead = new()
    {
        [ConfigRole.GlobalBatchSequences] = ConfigRole.TokensPerBatch,
        [ConfigRole.MaxSteps] = ConfigRole.TrainingTokens,
    };

    /// <summary>"needs --gpus: hours and memory of a device wait for it".</summary>
    public static string Of(RunFileNeed need, IEnumerable<RunOption> options)
    {
        var role = Instead.GetValueOrDefault(need.Role, need.Role);
        string? option = options.FirstOrDefault(option => option.Role == role)?.Option.Name;
        return "needs " + Words.Sentence(option is null ? need.ToString() : option + need.ToString()[need.Role.ToString().Length..]);
    }
}
