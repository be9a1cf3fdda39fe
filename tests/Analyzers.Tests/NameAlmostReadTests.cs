using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>SCALE909: names that are almost read, and names that are words of their own.</summary>
public class NameAlmostReadTests
{
    [Theory]
    [InlineData("TraningTokens", "TrainingTokens")] // the issue's own
    [InlineData("NumLayer", "num_layers")] // the issue's own
    [InlineData("TrainingToekns", "TrainingTokens")]
    [InlineData("Paramters", "Parameters")]
    [InlineData("Parametrs", "Parameters")]
    [InlineData("num_hiden_layers", "num_hidden_layers")] // the issue's own
    [InlineData("SequenceLenght", "SequenceLength")]
    [InlineData("GlobalBacthSize", "GlobalBatchSize")]
    [InlineData("Utilizaton", "Utilization")]
    [InlineData("learning_rte", null)] // "rte" is too short to tell
    [InlineData("intermediat_size", "intermediate_size")]
    [InlineData("num_atention_heads", "num_attention_heads")]
    [InlineData("AcceleratorCuont", "AcceleratorCount")]
    [InlineData("InferenceTokns", "InferenceTokens")]
    [InlineData("VocabularySzie", null)]
    [InlineData("vocab_sizes", null)] // a list
    [InlineData("uniquetokns", "UniqueTokens")]
    public void A_slip_of_the_keyboard_has_a_name_that_was_meant(string written, string? meant) =>
        Assert.Equal(meant, AlmostRead.Role(written, _ => true)?.Meant);

    [Theory]
    [InlineData("PatchSize")] // of an image
    [InlineData("WordSize")]
    [InlineData("MacroBatchSize")]
    [InlineData("MinSteps")]
    [InlineData("ReservedTokens")]
    [InlineData("NumCpus")]
    [InlineData("Token")]
    [InlineData("Layer")]
    [InlineData("WarmupSteps")]
    [InlineData("EvalSteps")]
    [InlineData("MaxTokens")]
    [InlineData("MinLearningRate")]
    [InlineData("TextTokens")]
    [InlineData("Seed")]
    [InlineData("GroupSize")]
    public void A_word_of_its_own_is_nobodys_slip(string name) => Assert.Null(AlmostRead.Role(name, _ => true));

    [Theory]
    [InlineData("public const long TraningTokens = 300_000_000_000;", "Parameters", "TrainingTokens")]
    [InlineData("public const long Paramters = 70_000_000_000;", "Tokens", "Parameters")]
    public Task A_member_is_reported_at_its_name(string member, string other, string meant)
    {
        string marked = Regex.Replace(member, @"(Traning\w+|Paramters)", "{|SCALE909:$1|}");
        return Reports(Config.Run("public const long " + other + " = 70_000_000_000;\n" + marked), meant);
    }

    [Theory]
    [InlineData("public const long TraningTokens = 300_000_000_000; public const long Tokens = 1_400_000_000_000;")] // filled
    [InlineData("public const long TraningTokens = 300_000_000_000; public const int MaxSteps = 1000, TokensPerBatch = 4_000_000;")]
    [InlineData("[ConfigMember(ConfigRole.None)] public const long TraningTokens = 300_000_000_000;")]
    [InlineData("public static readonly object TraningTokens = new();")] // no number
    [InlineData("private static long _traningTokens = 0;")] // a counter
    public Task A_filled_role_a_hidden_member_and_a_counter_are_silent(string members) =>
        Config.Run("public const long Parameters = 70_000_000_000;\n" + members).Only("SCALE909").ReportsNothing();

    [Theory]
    [InlineData("llma", "llama")]
    [InlineData("LLaMA", "llama")]
    [InlineData("mistrl", "mistral")]
    public Task A_family_is_reported_and_mended(string written, string meant) =>
        Config.Of("[ModelConfig(Family = [|\"" + written + "\"|])]\npublic class M\n{\n    public int HiddenSize = 4096;\n}\n")
            .Only("SCALE909").Marking("SCALE909").Fix("use-known-name")
            .Becomes("using ScalingAnalyzers;\n[ModelConfig(Family = \"" + meant
                + "\")]\npublic class M\n{\n    public int HiddenSize = 4096;\n}\n");

    [Theory]
    [InlineData("Law = \"besiroglu-2042\"", "Law = \"besiroglu-2024\"")]
    [InlineData("Law = \"besirolgu-2024\"", "Law = \"besiroglu-2024\"")]
    [InlineData("Accelerator = \"H100-SMX\"", "Accelerator = \"H100-SXM\"")]
    public Task A_law_and_an_accelerator_are_mended(string before, string after) =>
        Config.Run("public const long Parameters = 70_000_000_000, Tokens = 1_400_000_000_000;", before).Only("SCALE909")
            .Fix("use-known-name")
            .Becomes("using ScalingAnalyzers;\n[TrainingConfig(" + after
                + ")]\npublic static partial class Run\n{\n"
                + "public const long Parameters = 70_000_000_000, Tokens = 1_400_000_000_000;\n}\n");

    [Fact]
    public Task A_member_gets_its_role_and_keeps_its_name() => Config.Of("""
        [TrainingConfig]
        public static partial class Run
        {
            public const long Parameters = 70_000_000_000;
            // Hoffmann et al. 2022
            public const long TraningTokens = 1_400_000_000_000;
        }
        """).Only("SCALE909").Fix("declare-role").AndNothingWarns().Becomes("""
        using ScalingAnalyzers;
        [TrainingConfig]
        public static partial class Run
        {
            public const long Parameters = 70_000_000_000;
            // Hoffmann et al. 2022
            [ConfigMember(ConfigRole.TrainingTokens)]
            public const long TraningTokens = 1_400_000_000_000;
        }
        """);

    [Theory]
    [InlineData("scaling_analyzers.token_ratio_tolerence", "2", "SCALE909")]
    [InlineData("scaling_analyzers.intent", "Sometimes", "SCALE905")]
    [InlineData("scaling_analyzers.intent", "InferenceOptmal", "SCALE909")]
    [InlineData("scaling_analyzers.law", "besirolgu-2024", "SCALE909")]
    [InlineData("scaling_analyzers.colour", "red", "SCALE905")]
    public async Task An_option_is_reported_once(string key, string value, string rule)
    {
        var found = await Config.Run("public const long Parameters = 70_000_000_000, Tokens = 1_400_000_000_000;").Option(key, value)
            .Only("SCALE905", "SCALE909").Diagnostics();
        Assert.Equal(rule, Assert.Single(found).Id);
    }

    [Theory]
    [InlineData("Toknes=1.4T", "metadata 'Toknes'")]
    [InlineData("AcceleratorCuont=64; Tokens=1.4T", "metadata 'AcceleratorCuont'")]
    public async Task Metadata_near_a_known_name_is_reported_in_the_file(string item, string expected)
    {
        const string Llama = """{ "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32 }""";
        var found = await Config.Code.Json("config.json", Llama, "?" + item).Only("SCALE909").Diagnostics();
        Assert.Contains(expected, Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GpuCount=64; Mfu=0.4; Gpu=H100-SXM; TrainTokens=2T; Name=Llama")] // names of docs/members.md
    [InlineData("AcceleratorCount=64; Utilization=0.4; Accelerator=H100-SXM; TokensInBillions=2000; Name=Llama")]
    public Task Metadata_have_every_name_of_their_role(string item) => Config.Code
        .Json("config.json", """
            { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32, "vocab_size": 32000 }
            """, item)
        .With("""
            public static class Use
            {
                public const long Tokens = 1 / (TestProject.ScalingConfigs.Llama.TrainingTokens == 2_000_000_000_000 ? 1 : 0);
                public const double Days = TestProject.ScalingConfigs.Llama.WallClockDays;
            }
            """.Replace("TestProject.", "", StringComparison.Ordinal))
        .Only("SCALE909").ReportsNothing();

    [Fact]
    public Task A_field_of_a_json_config_is_reported_at_its_value() => Reports(Config.Code.Json("config.json", """
        { "model_type": "llama", "hidden_size": 4096, "num_hiden_layers": {|SCALE909:16|}, "num_attention_heads": 32 }
        """, "Tokens=1.4T"), "num_hidden_layers");

    // Zero false alarms: every word of our own sources, and of programs and configs that others wrote.
    [Fact]
    public void No_name_in_the_sources_around_is_taken_for_a_slip()
    {
        string[] folders = ["src", "samples", "tests", "benchmarks"];
        var files = folders.Select(folder => Path.Combine(Facts.RepositoryRoot, folder))
            .Append(Path.Combine(Path.GetDirectoryName(Facts.RepositoryRoot)!, "shared", "data", "csharp"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && Path.GetFileName(file) is not ("NameAlmostReadTests.cs" or "NameAlmostReadKindsTests.cs" or "NearWord.cs"));
        var names = files.SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\b[A-Za-z_][A-Za-z0-9_]*\b").Select(m => m.Value))
            .Distinct(StringComparer.Ordinal);

        // Words of other tests and messages.
        string[] deliberate =
            ["TraningTokens", "Paramters", "Tokns", "num_hidden_layer", "gradient_acumulation_steps", "hears", "parmeters", "utilizaton",
                "num_train_step"];
        var slips = names.Except(deliberate, StringComparer.Ordinal)
            .Select(name => (Name: name, AlmostRead.Role(name, _ => true)?.Meant))
            .Where(pair => pair.Meant is not null);
        string all = string.Join(", ", slips.Select(pair => pair.Name + " for " + pair.Meant));
        Assert.True(all.Length == 0, all);
    }

    private static async Task Reports(Code code, string meant) => Assert.Contains(
        "'" + meant + "'", Assert.Single(await code.Only("SCALE909").ReportsAsMarked()).GetMessage(), StringComparison.Ordinal);
}
