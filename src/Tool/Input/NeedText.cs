using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.RunFiles;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>What a run does not have, with the options that give it.</summary>
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

    /// <summary>A text whose roles are named as the options of the command: "declare its --stage". Names in quotes and
    /// the first word of a sentence stay.</summary>
    public static string WithOptions(string text, IEnumerable<RunOption> options)
    {
        var names = options.ToDictionary(option => option.Role.ToString(), option => option.Option.Name, StringComparer.Ordinal);
        string[] words = text.Split(' ');
        for (int i = 1; i < words.Length; i++)
        {
            string word = words[i].TrimEnd('.', ',', ';', ':', ')');
            if (names.TryGetValue(word, out string? option) && !words[i - 1].EndsWith('.')) words[i] = option + words[i][word.Length..];
        }

        return string.Join(' ', words);
    }
}
