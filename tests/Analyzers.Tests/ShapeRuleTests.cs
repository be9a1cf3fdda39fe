using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class ShapeRuleTests
{
    private static Code Model(string members, string arguments = "Family = \"llama\"") =>
        Config.Of("[ModelConfig(" + arguments + ")]\npublic static partial class Shape\n{\n" + members + "\n}\n");

    private const string Llama8B = "public const int HiddenSize = 4096, Layers = 32, NumAttentionHeads = 32, NumKeyValueHeads = 8, "
        + "IntermediateSize = 14336, VocabSize = 128256;";

    [Theory]
    [InlineData(
        "public const int HiddenSize = 4096, Layers = 32, NumAttentionHeads = {|SCALE301:30|}, NumKeyValueHeads = 2, IntermediateSize = "
            + "11008, VocabSize = 32000;",
            "HiddenSize 4096 does not divide into 30 heads, and no head size is given; the nearest NumAttentionHeads that divides is 32")]
    [InlineData(
        "public const int HiddenSize = 4096, Layers = 32, NumAttentionHeads = 32, NumKeyValueHeads = {|SCALE301:6|}, IntermediateSize = "
            + "11008, VocabSize = 32000;",
            "NumAttentionHeads 32 does not divide into 6 key-value groups; the nearest NumKeyValueHeads that divides is 8")]
    [InlineData("public const int n_embd = 1600, n_layer = 48, n_head = {|SCALE301:24|}, vocab_size = 50304;",
        "n_embd 1600 does not divide into 24 heads, and no head size is given; the nearest n_head that divides is 25", "")]
    public async Task Heads_and_groups_that_do_not_divide_are_reported_at_the_divisor(
        string members, string words, string arguments = "Family = \"llama\"")
    {
        var reported = await Model(members, arguments).ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    // Qwen3-0.6B and Gemma-7B have heads that are wider together than the model (config.json of each).
    [Theory]
    [InlineData("Family = \"llama\"", "public const int HiddenSize = 4096, Layers = 32, NumAttentionHeads = 30, NumKeyValueHeads = 6, "
        + "HeadDim = 128, IntermediateSize = 11008, VocabSize = 32000;")]
    [InlineData("", "public const int HiddenSize = 4096, NumAttentionHeads = 30, HeadDim = 128;")]
    // head_dim is 256 by the family
    [InlineData("Family = \"gemma\"", "public const int HiddenSize = 3072, Layers = 28, NumAttentionHeads = 20, NumKeyValueHeads = 20, "
        + "IntermediateSize = 24576, VocabSize = 256000;")]
    // not counted: nothing is known of its heads
    [InlineData("Family = \"t5\"", "public const int HiddenSize = 1000, NumAttentionHeads = 30, Layers = 3;")]
    public Task A_separate_head_size_allows_any_hidden_size(string arguments, string members) =>
        Model(members, arguments).Only("SCALE301").ReportsNothing();

    [Theory]
    [InlineData("TensorParallel = {|SCALE301:12|}",
        "NumAttentionHeads 32 does not divide into 12 tensor-parallel devices; the nearest TensorParallel that divides is 16")]
    [InlineData("PipelineParallel = {|SCALE301:5|}",
        "Layers 32 does not divide into 5 pipeline stages; the nearest PipelineParallel that divides is 4")]
    [InlineData("TensorParallel = 8, PipelineParallel = {|SCALE301:4|}, AcceleratorCount = 80", "AcceleratorCount 80 does not divide into "
        + "32 devices of one copy of the parallel plan; the nearest PipelineParallel that divides is 2")]
    [InlineData("GlobalBatchSize = 1024, MicroBatchSize = {|SCALE301:3|}",
        "GlobalBatchSize 1024 does not divide into 3 sequences of a micro-batch; the nearest MicroBatchSize that divides is 4")]
    [InlineData("GlobalBatchSize = 1024, MicroBatchSize = {|SCALE301:3|}, DataParallel = 16", "GlobalBatchSize 1024 does not divide into "
        + "48 sequences of a micro-batch on every data-parallel device; the nearest MicroBatchSize that divides is 4")]
    public async Task A_parallel_plan_that_does_not_divide_is_reported_at_its_degree(string plan, string words)
    {
        var reported = await Config.Of($$"""
            [ModelConfig(Family = "llama")]
            public static partial class Shape { {{Llama8B}} }
            [TrainingConfig(Model = typeof(Shape))]
            public static partial class Run
            {
                public const int {{plan}};
            }
            """).ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TensorParallel = 16, PipelineParallel = 4, AcceleratorCount = 1024")] // key-value heads repeated
    [InlineData(
        "TensorParallel = 8, PipelineParallel = 4, DataParallel = 4, AcceleratorCount = 128, GlobalBatchSize = 1024, MicroBatchSize = 2")]
    public Task A_plan_that_divides_is_not_reported(string plan) =>
        Config.Of($$"""
            [ModelConfig(Family = "llama")]
            public static partial class Shape { {{Llama8B}} }
            [TrainingConfig(Model = typeof(Shape))]
            public static partial class Run
            {
                public const int {{plan}};
            }
            """).ReportsNothing();

    [Theory]
    [InlineData("public const long Parameters = {|SCALE302:7_000_000_000|};",
        "'Shape' declares 7B parameters, but its dimensions give 8.03B (the declared count is 13% smaller)")]
    [InlineData("public const string Parameters = {|SCALE302:\"16B\"|};", "(the declared count is 99% larger)")]
    // 8,030,261,248 - 2 x 128256 x 4096 = 6,979,588,096 without the token table and the output layer.
    [InlineData("public const double ParamsB = {|SCALE302:6.98|};", "; the declared count is the one without embeddings, 6.98B")]
    public async Task A_declared_count_beyond_five_percent_is_reported_at_the_count(string parameters, string words)
    {
        var reported = await Model(Llama8B + parameters).ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public const long Parameters = 8_030_261_248;")]
    [InlineData("public const long Parameters = 8_000_000_000;")]
    [InlineData("public const long Parameters = 7_700_000_000;")] // 4.1 % fewer
    public Task A_count_within_five_percent_is_not_reported(string parameters) => Model(Llama8B + parameters).ReportsNothing();

    [Fact]
    public async Task The_active_count_taken_for_all_is_named()
    {
        // Mixtral 8x7B: 46,702,792,704 parameters, 12,879,925,248 active (published as 46.7B and 12.9B).
        var reported = await Model("""
            public const int HiddenSize = 4096, Layers = 32, NumAttentionHeads = 32, NumKeyValueHeads = 8,
                IntermediateSize = 14336, VocabSize = 32000, NumLocalExperts = 8, NumExpertsPerTok = 2;
            public const long Parameters = {|SCALE302:12_900_000_000|};
            """, "Family = \"mixtral\"").ReportsAsMarked();
        Assert.Contains("; the declared count is that of the active parameters, 12.9B",
            reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VocabSize = {|SCALE303:50257|}", "'Shape.VocabSize' is 50257, not a multiple of 64: 50304 (0.0935% more)")]
    [InlineData("IntermediateSize = {|SCALE303:11000|}", "11008 (0.07")]
    [InlineData("HiddenSize = {|SCALE303:4000|}, NumAttentionHeads = 40", "4032 (0.8% more)")]
    [InlineData("HiddenSize = 4096, HeadDim = 100", null)]
    public async Task A_dimension_off_the_tiles_is_information(string member, string? words)
    {
        var reported = await Model("public const int " + member + ";", "").ReportsAsMarked();
        if (words is not null)
            Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.All(reported, one => Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, one.Severity));
    }

    [Fact]
    public Task A_finding_on_a_model_is_reported_once_at_the_model() => Config.Of("""
        [ModelConfig(Family = "llama")]
        public class Shape
        {
            public int HiddenSize = 4096, Layers = 32, NumAttentionHeads = {|SCALE301:30|}, NumKeyValueHeads = 30,
                IntermediateSize = 11008, VocabSize = {|SCALE303:32001|};
        }
        [TrainingConfig]
        public partial class First
        {
            public Shape Model { get; } = new();
            public long Tokens = 1_000_000_000_000;
        }
        [TrainingConfig(Model = typeof(Shape))]
        public partial class Second
        {
            public long Tokens = 1_000_000_000_000;
        }
        [TrainingConfig]
        public partial class Changed
        {
            public Shape Model { get; } = new() { NumAttentionHeads = {|SCALE301:31|}, NumKeyValueHeads = 31 };
        }
        [TrainingConfig, ModelConfig]
        public partial class Both
        {
            public int HiddenSize = 4096, NumAttentionHeads = {|SCALE301:24|};
        }
        public class Use
        {
            public object Run = new Changed();
            public object Other = new First { Tokens = 2_000_000_000_000 };
        }
        """).ReportsAsMarked();

    [Theory]
    [InlineData("public const int HiddenSize = {|SCALE902:2_000_000_000|}, Layers = 2_000_000_000, Heads = 32, KvHeads = 8, "
        + "IntermediateSize = 2_000_000_000, VocabSize = 128256;")]
    [InlineData("""
        public const int HiddenSize = 2_000_000_000, Layers = 2_000_000_000, Heads = {|SCALE301:33|}, KvHeads = 1,
            IntermediateSize = 2_000_000_000, VocabSize = 128256;
        public const long Parameters = 8_000_000_000;
        """)]
    [InlineData("public const int HiddenSize = 4096, Layers = 32, Heads = {|SCALE301:int.MaxValue|}, KvHeads = {|SCALE301:int.MaxValue - "
        + "1|}, IntermediateSize = 64, VocabSize = 128256;")]
    [InlineData("""
        public const long HiddenSize = long.MaxValue, Layers = {|SCALE902:0|};
        public const ulong Heads = {|SCALE301:ulong.MaxValue|};
        """, true)]
    public async Task Dimensions_beyond_all_bounds_are_reported_and_never_crash(string members, bool onlyLooks = false)
    {
        if (onlyLooks) await Model(members).Diagnostics();
        else await Model(members).Only("SCALE301", "SCALE902").ReportsAsMarked();
    }

    // Rajbhandari et al. 2020, figure 1: 16 bytes a parameter; 70e9 x 16 = 1,120 GB. An H100 SXM has 80 GB.
    [Theory]
    [InlineData("AcceleratorCount = {|SCALE103:8|}",
        "'Run' keeps 140 GB of training state on each of 8 H100-SXM with 80 GB: weights 17.5 GB, gradients 17.5 GB, master weights 35 GB, "
            + "optimizer 70 GB (split evenly over all, the least it can be); activations are not included. It fits from 14 accelerators "
                + "on")]
    [InlineData("AcceleratorCount = {|SCALE103:64|}, ZeroStage = 1",
        "keeps 293 GB of training state on each of 64 H100-SXM with 80 GB: weights 140 GB, gradients 140 GB, master weights 4.38 GB, "
            + "optimizer 8.75 GB (ZeRO 1 over 64); activations are not included. No number of accelerators fits it so")]
    [InlineData("AcceleratorCount = {|SCALE103:16|}, ZeroStage = 1, TensorParallel = 4", "(ZeRO 1 over 4, tensor 4)")]
    [InlineData("AcceleratorCount = {|SCALE103:8|}, TensorParallel = 8", "(ZeRO 0 over 1, tensor 8)")]
    [InlineData("AcceleratorCount = {|SCALE103:8|}, ZeroStage = 3",
        "(ZeRO 3 over 8); activations are not included. It fits from 14 accelerators on")]
    [InlineData("AcceleratorCount = {|SCALE103:1|}", "(one accelerator); activations are not included. It fits from 14 accelerators on")]
    [InlineData("AcceleratorCount = {|SCALE103:14|}", "100% of the memory. Activations need the rest")]
    public async Task Training_state_beyond_memory_is_reported_with_its_parts(string plan, string words)
    {
        var reported = await Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            public const int {{plan}};
            """, "Accelerator = \"H100-SXM\"").ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public const int AcceleratorCount = 16;", "Accelerator = \"H100-SXM\"")]
    [InlineData("public const int AcceleratorCount = 64, ZeroStage = 3;", "Accelerator = \"H100-SXM\"")]
    // (4 + 12 / 8) x 70e9 / 8 = 48 GB
    [InlineData("public const int AcceleratorCount = 64, ZeroStage = 1, TensorParallel = 8;", "Accelerator = \"H100-SXM\"")]
    [InlineData("public const int AcceleratorCount = 8;", "Accelerator = \"A100\"")] // 40 or 80 GB
    [InlineData("""
        public const int AcceleratorCount = 8;
        public const string Optimizer = "lion";
        """, "Accelerator = \"H100-SXM\"")]
    [InlineData("""
        public const int AcceleratorCount = 8;
        public const int LoraRank = 16;
        """, "Accelerator = \"H100-SXM\"")]
    [InlineData("public const int ZeroStage = 1;", "Accelerator = \"H100-SXM\"")]
    public Task Nothing_is_reported_where_it_fits_or_cannot_be_known(string members, string arguments) =>
        Config.Run("public const long Parameters = 70_000_000_000; " + members, arguments).ReportsNothing();
}
