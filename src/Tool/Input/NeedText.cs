using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.RunFiles;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>What a run file does not have, with the option that gives it.</summary>
internal static class NeedText
{
    /// <summary>"needs --gpus: hours and memory of a device wait for it".</summary>
    public static string Of(RunFileNeed need, IEnumerable<RunOption> options)
    {
        string? option = options.FirstOrDefault(option => option.Role == need.Role)?.Option.Name;
        return "needs " + Words.Sentence(option is null ? need.ToString() : option + need.ToString()[need.Role.ToString().Length..]);
    }
}
