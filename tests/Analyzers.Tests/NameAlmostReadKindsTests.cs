using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>SCALE909 kind by kind: what is near a name that is read, and what is a name of its own.</summary>
public class NameAlmostReadKindsTests
{
    private const string Sizes = "\"model_type\": \"llama\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, "
        + "\"num_attention_heads\": 32, \"num_key_value_heads\": 8, \"intermediate_size\": 14336, \"vocab_size\": 32000";

    // Every name of docs/members.md with one slip of the keyboard in its longest word.
    [Fact]
    public void A_slip_in_any_name_means_its_role_or_nothing()
    {
        int told = 0, all = 0;
        var wrong = new List<string>();
        foreach (var row in RoleTable.Rows)
        {
            foreach (string name in row.Names.Select(known => known.Text))
            {
                foreach (string slip in Slips(name).Where(slip => RoleTable.Of(slip).Role == ConfigRole.None))
                {
                    all++;
                    if (AlmostRead.Role(slip, _ => true) is not { } found) continue;
                    told++;
                    if (found.Role != row.Role) wrong.Add(slip + " is taken for " + found.Meant);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(told > all * 0.6, told + " of " + all);
    }

    // Exchanged, left out and doubled, in the middle of the longest word.
    private static IEnumerable<string> Slips(string name)
    {
        string word = name.Split('_').MaxBy(part => part.Length)!;
        if (word.Length < 6) yield break;
        int at = name.IndexOf(word, StringComparison.Ordinal) + (word.Length / 2);
        if (name[at] != name[at + 1] && char.IsLower(name[at]) && char.IsLower(name[at + 1]))
            yield return name[..at] + name[at + 1] + name[at] + name[(at + 2)..];
        yield return name[..at] + name[(at + 1)..];
        yield return name[..at] + name[at] + name[at..];
    }

    [Fact]
    public void Metadata_of_an_item_have_every_name_of_their_role()
    {
        var rows = RoleTable.Rows.Where(row => row.Metadata is not null).ToArray();
        Assert.True(rows.Length > 40, rows.Length + " roles");
        foreach (var row in rows)
        {
            foreach (string name in row.Names.Select(known => known.Text).Append(row.Metadata!))
            {
                var item = Assert.Single(ScalingConfigItem.Parse(Config.Joined(name + "=5")));
                Assert.Equal((name, row.Role), item.Roles.Select(entry => (entry.Field.Name, entry.Role)).Single());
            }
        }
    }

    [Theory]
    [InlineData("Toknes", "Tokens")]
    [InlineData("AcceleratorCuont", "AcceleratorCount")]
    [InlineData("Utilizaton", "Utilization")]
    [InlineData("SequenceLenght", "SequenceLength")]
    [InlineData("Secton", "Section")]
    [InlineData("NoWran", "NoWarn")]
    [InlineData("CopyToOutputDirectory", null)] // the issue's own: another target's
    [InlineData("Link", null)]
    [InlineData("DependentUpon", null)]
    [InlineData("Visible", null)]
    [InlineData("Generator", null)]
    [InlineData("PackagePath", null)]
    [InlineData("TargetPath", null)]
    [InlineData("Culture", null)]
    public void Metadata_are_told_near_a_known_name_only(string written, string? meant)
    {
        var item = Assert.Single(ScalingConfigItem.Parse(Config.Joined("?" + written + "=5")));
        Assert.Equal(meant, item.AlmostRead.Select(near => near.Meant).SingleOrDefault());
    }

    [Theory]
    [InlineData("num_hidden_layers", "num_hiden_layers", true)]
    [InlineData("hidden_size", "hiden_size", true)]
    [InlineData("intermediate_size", "intermediate_sze", true)]
    [InlineData("num_attention_heads", "num_atention_heads", true)]
    [InlineData("num_key_value_heads", "num_key_value_head", true)]
    [InlineData("vocab_size", "vocab_szie", true)]
    [InlineData("vocab_size", "vocab_size", false)]
    [InlineData("hidden_act", "hidden_acts", false)]
    [InlineData("rope_theta", "rope_theat", false)] // changes no count
    public async Task A_key_of_a_json_model_is_told_where_its_size_is_absent(string key, string written, bool isTold)
    {
        string json = "{ " + Sizes.Replace("\"" + key + "\"", "\"" + written + "\"", StringComparison.Ordinal) + ", \"hidden_acts\": 1, "
            + "\"rope_theat\": 5 }";

        var found = await Config.Code.Json("config.json", json, "Tokens=150B").Only("SCALE909").Diagnostics();
        Assert.Equal(isTold ? 1 : 0, found.Length);
        Assert.All(found, one => Assert.Contains("'" + key + "'", one.GetMessage(null), StringComparison.Ordinal));
    }

    // The size is there: another word beside it is the file's own matter.
    [Theory]
    [InlineData("num_hidden_layer")]
    [InlineData("hidden_sizes")]
    [InlineData("head_dims")]
    [InlineData("vocab_file")]
    [InlineData("num_attention_head")]
    public Task A_key_beside_the_size_it_resembles_is_silent(string key) => Config.Code
        .Json("config.json", "{ " + Sizes + ", \"" + key + "\": 7 }", "Tokens=150B").Only("SCALE909").ReportsNothing();

    [Theory]
    [InlineData("llma", "llama")]
    [InlineData("lama", "llama")]
    [InlineData("mixtrl", "mixtral")]
    [InlineData("gemm2", "gemma2")]
    [InlineData("qwen_2", "qwen2")]
    [InlineData("deepseekv3", "deepseek_v3")]
    [InlineData("qwen9", null)] // a version is no slip
    [InlineData("llama5", null)]
    [InlineData("bert", null)]
    [InlineData("own_decoder", null)]
    [InlineData("minimal", null)]
    public async Task A_family_is_told_where_one_is_near(string written, string? meant)
    {
        var found = await Config.Of("[ModelConfig(Family = \"" + written + "\")]\npublic class M\n{\npublic int HiddenSize = 4096;\n}\n")
            .Only("SCALE909").Diagnostics();
        Assert.Equal(meant is null ? 0 : 1, found.Length);
        Assert.All(found, one => Assert.Contains("'" + meant + "'", one.GetMessage(null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Law", "besirolgu-2024", "besiroglu-2024")]
    [InlineData("Law", "hoffman-2022-approach3", "hoffmann-2022-approach3")]
    [InlineData("Law", "our-own-law", null)]
    [InlineData("Accelerator", "H100-SMX", "H100-SXM")]
    [InlineData("Accelerator", "A100-SXM-80BG", "A100-SXM-80GB")]
    [InlineData("Accelerator", "H900", null)] // a number is no slip
    [InlineData("Accelerator", "Cerebras", null)]
    public async Task A_law_and_an_accelerator_are_told_where_one_is_near(string argument, string written, string? meant)
    {
        var found = await Config.Run("public const long Parameters = 70_000_000_000, Tokens = 1_400_000_000_000;",
            argument + " = \"" + written + "\"").Only("SCALE909").Diagnostics();
        Assert.Equal(meant is null ? 0 : 1, found.Length);
        Assert.All(found, one => Assert.Contains("'" + meant + "'", one.GetMessage(null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("token_ratio_tolerence", "3", "token_ratio_tolerance")]
    [InlineData("tokens_ratio_tolerance", "3", "token_ratio_tolerance")]
    [InlineData("max_epoch", "4", "max_epochs")]
    [InlineData("utilisation", "0.4", "utilization")]
    [InlineData("max_flops", "1e20", null)] // no slip for min_flops
    [InlineData("min_epochs", "4", null)]
    [InlineData("colour", "red", null)]
    [InlineData("law", "besirolgu-2024", "besiroglu-2024")]
    [InlineData("intent", "InferenceOptmal", "InferenceOptimal")]
    [InlineData("intent", "Sometimes", null)]
    [InlineData("batch_fixes", "mechanicl", "mechanical")]
    [InlineData("batch_fixes", "some", null)]
    [InlineData("accelerator", "H100-SMX", "H100-SXM")]
    public async Task An_option_and_its_value_are_told_once(string key, string value, string? meant)
    {
        var found = await Config.Run("public const long Parameters = 70_000_000_000, Tokens = 1_400_000_000_000;")
            .Option("scaling_analyzers." + key, value).Only("SCALE905", "SCALE909").Diagnostics();
        Assert.Equal(meant is null ? "SCALE905" : "SCALE909", Assert.Single(found).Id);
        if (meant is not null) Assert.Contains(meant + "'", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TokenRatioTolerence", "TokenRatioTolerance")]
    [InlineData("Accelarator", "Accelerator")]
    [InlineData("BatchFixs", "BatchFixes")]
    [InlineData("MaxEpoch", "MaxEpochs")]
    [InlineData("MaxFlops", null)]
    [InlineData("MinEpochs", null)]
    [InlineData("Factor", null)] // of a program's own
    [InlineData("Mode", null)]
    [InlineData("Content", null)]
    [InlineData("Enabled", null)]
    [InlineData("GroupName", null)]
    public void A_property_is_told_near_a_known_ending_only(string written, string? meant) => Assert.Equal(meant,
        AlmostRead.Text(written, OptionTable.Rows.Select(row => string.Concat(row.Key.Split('_').Select(word =>
            char.ToUpperInvariant(word[0]) + word[1..]))), digitsCount: true));
}
