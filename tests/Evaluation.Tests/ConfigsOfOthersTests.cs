using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>tests/Facts/csharp: each file's first line states what is expected of it.</summary>
public class ConfigsOfOthersTests
{
    [Theory]
    [InlineData("B01_base_member", "SCALE903", "")]
    [InlineData("B04_enum_nested", "SCALE903", "")]
    [InlineData("F09b_fluent_set", "", "TrainingTokens 300000000000")] // the type's own, nothing of the chain
    [InlineData("F17_interface_default", "", "Parameters 70000000000")]
    [InlineData("F20_gpt2_record", "", "Parameters 124475904")]
    [InlineData("F26_jsonname", "", "Parameters 8030261248")]
    [InlineData("F43_tuple_ctor", "SCALE001 SCALE001", "Parameters 70000000000, TrainingTokens 300000000000")]
    [InlineData("F45_static_ctor", "SCALE001", "Parameters 70000000000, TrainingTokens 300000000000")]
    [InlineData("F61_two_models", "", "Parameters 8030261248, TrainingTokens 100000000000")]
    [InlineData("F70a_device", "", "Parameters 70000000000, TrainingTokens 1400000000000")]
    [InlineData("F72a_opt", "", "Parameters 8030588928")] // 32 x (4096 + 4096 + 2 x 1024) biases
    [InlineData("F73b_gpt2", "SCALE303", "Parameters 124337664")]
    [InlineData("F74a_model_string", "", "Parameters 8000000000, Parameters 8030261248, TrainingTokens 160000000000")]
    [InlineData("F75_backing_units", "SCALE001 SCALE001", "Parameters 70000000000, TrainingTokens 300000000000")]
    [InlineData("F77_hf_args", "", "")]
    [InlineData("F88_neg_unset", "", "Parameters 70000000000")]
    [InlineData("P01_model_presets", "SCALE001", "Parameters 43710160896, Parameters 8030261248, TrainingTokens 15000000000")]
    [InlineData("P05_mlnet_option", "", "")]
    [InlineData("Z01_PriorTokens", "", "Parameters 70000000000, TrainingTokens 1400000000000")]
    [InlineData("Z12_Experts", "", "Parameters 70000000000, TrainingTokens 1400000000000")]
    [InlineData("M01_moe_in_llama", "SCALE001", "Parameters 2614341888, Parameters 46702792704, Parameters 596049920, "
        + "Parameters 630167424, TrainingTokens 10000000000")] // the verdict is the Mixtral's, by its active parameters
    public async Task A_config_gets_what_its_first_line_says(string file, string rules, string constants)
    {
        var code = Config.Code.With(await File.ReadAllTextAsync(Facts.PathOf("csharp", file + ".txt")));

        Assert.Equal(rules, string.Join(" ", (await code.Diagnostics()).Select(found => found.Id)));
        var sources = (await code.Generate()).CompilesCleanly().Sources;
        var found = sources.SelectMany(source => Regex.Matches(source.Value, " (Parameters|TrainingTokens) = ([0-9]+)L;"))
            .Select(match => match.Groups[1].Value + " " + match.Groups[2].Value);
        Assert.Equal(constants, string.Join(", ", found.Distinct().Order(StringComparer.Ordinal)));
    }

    // A project that asks for every kind of fix; without it a batch changes nothing that trains.
    [Fact]
    public async Task A_batch_gives_each_run_its_own_kind_of_fix()
    {
        string before = await File.ReadAllTextAsync(Facts.PathOf("csharp", "Fix_batch_key_925B.txt"));
        string after = (await Config.Willing.With(before).FixRules(BatchKnowledge.FoundBeforeAnyFix, "SCALE002")).TextOf(Code.MainFile);

        Assert.Contains("class Lit { public const long Parameters = 81_100_000_000; public const long Tokens = 1_480_000_000_000; }",
            after, StringComparison.Ordinal);
        string plain = (await Config.Code.With(before).FixRules(BatchKnowledge.FoundBeforeAnyFix, "SCALE002")).TextOf(Code.MainFile);
        Assert.Equal(before, plain);
    }
}
