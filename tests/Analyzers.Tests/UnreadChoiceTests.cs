using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>DESIGN section 3: what is present but unreadable is unknown, never the default.</summary>
public class UnreadChoiceTests
{
    private const string OverTrained = """
        public const long Parameters = 8_000_000_000;
        public const long Tokens = 15_000_000_000_000;
        """;
    private const string Gopher = """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        """;

    [Theory]
    [InlineData("public static TrainingIntent Intent => (TrainingIntent)System.Environment.TickCount;")]
    [InlineData("public static string Intent => System.Console.ReadLine()!;")]
    [InlineData("public const string Intent = \"cheap to serve\";")]
    [InlineData("public const string Intent = \"InferenceOptimal\";")]
    [InlineData("public const string Intent = \"inference_optimal\";")]
    public async Task An_intent_that_is_there_is_never_missed(string intent) =>
        Assert.Empty((await Config.Run(OverTrained + intent).Diagnostics()).Select(d => d.Id).Except(["SCALE501"]));

    [Fact]
    public async Task An_intent_in_words_is_read() =>
        await Config.Run("""
            public const long Parameters = 8_000_000_000;
            public const long Tokens = {|SCALE002:15_000_000_000_000|};
            public const string Intent = "compute-optimal";
            """).ReportsAsMarked();

    [Theory]
    [InlineData("public static NumericFormat Precision => (NumericFormat)System.Environment.TickCount;")]
    [InlineData("public static string Dtype => System.Console.ReadLine()!;")]
    [InlineData("public const string Precision = \"int4\";")]
    [InlineData("public const int Precision = 16;")]
    [InlineData("public const int Precision = 4;")] // the number of BF16, but bits as far as a reader knows
    [InlineData("""
        public const Width Precision = Width.Eight;
        public enum Width { Sixteen, Eight }
        """)]
    [InlineData("public const string TorchDtype = \"float32\";")] // of the weights: mixed precision multiplies in 16 bit
    public async Task A_precision_that_cannot_be_read_leaves_hours_unknown(string precision)
    {
        var code = await Config.Run(Gopher + precision, "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4").Load();
        var constants = code.TypeOf("Run.Estimates");
        Assert.NotNull(constants.GetField("TrainingFlops"));
        Assert.Null(constants.GetField("AcceleratorHours"));
        Assert.Null(constants.GetField("WeightBytes"));
        Assert.Null(constants.GetField("TrainingStateBytes"));
    }

    // What is written and names no format is a diagnostic where it costs the hours; what the compiler does not know is
    // SCALE901's, and no hours are lost where none are declared.
    [Theory]
    [InlineData("public const string Precision = \"fp6\";", "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4", true)]
    [InlineData("public const string TorchDtype = \"float32\";", "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4", true)]
    [InlineData("public const string Precision = \"float32\";", "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4", true)]
    [InlineData("public const string Precision = \"nvfp4\";", "Accelerator = KnownAccelerators.H100Sxm", true)]
    [InlineData("public const string Precision = \"nvfp4\";", "Accelerator = KnownAccelerators.B200Sxm, Utilization = 0.4", false)]
    [InlineData("public const string Precision = \"fp6\";", "Accelerator = KnownAccelerators.H100Sxm", false)]
    [InlineData("public const string Precision = \"float32\";", "Accelerator = KnownAccelerators.H100Sxm", false)]
    [InlineData("public const string Precision = \"float32\";", "PeakFlopsPerSecond = 60e12, Utilization = 0.4", false)]
    [InlineData("public static string Precision => System.Console.ReadLine()!;",
        "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4", false)]
    [InlineData("public const double TokensPerSecondPerAccelerator = 400; public const string Precision = \"fp6\";",
        "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4", false)]
    public async Task A_precision_that_costs_the_hours_is_reported(string member, string arguments, bool isReported) => Assert.Equal(
        isReported ? ["SCALE104"] : [], (await Config.Run(Gopher + member, arguments).Diagnostics()).Select(d => d.Id));

    [Theory]
    [InlineData("public const string Precision = \"fp8\";", "NumericFormat.FP8")]
    [InlineData("public const string Precision = \"mxfp8\";", "NumericFormat.FP8")]
    [InlineData("public const string Precision = \"NVFP4\";", "NumericFormat.FP4")]
    [InlineData("public const string Precision = \"mxfp4\";", "NumericFormat.FP4")]
    [InlineData("public const string Precision = \"int8\";", "NumericFormat.INT8")]
    [InlineData("public const string TorchDtype = \"torch.bfloat16\";", "NumericFormat.BF16")]
    [InlineData("public const string TorchDtype = \"float16\";", "NumericFormat.FP16")]
    [InlineData("public const string Precision = \"float32\";", "NumericFormat.FP32")]
    [InlineData("public const string Precision = \"bf16-mixed\";", "NumericFormat.BF16")]
    public async Task A_precision_in_words_is_read(string precision, string format)
    {
        const string Chip = "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4";
        var words = await Config.Run(Gopher + precision, Chip).Load();
        var named = await Config.Run(Gopher, Chip + ", Precision = " + format).Load();
        var (read, expected) = (words.TypeOf("Run.Estimates"), named.TypeOf("Run.Estimates"));
        // no chip has FP32 hours
        Assert.Equal(expected.GetField("AcceleratorHours")?.GetRawConstantValue(),
            read.GetField("AcceleratorHours")?.GetRawConstantValue());
        Assert.Equal(named.Value<long>("Run.Estimates.WeightBytes"), words.Value<long>("Run.Estimates.WeightBytes"));
    }

    // 2 is a stage of ZeRO; only the type of the member can make it a stage of training.
    [Theory]
    [InlineData("public const TrainingStage Stage = TrainingStage.Pretraining;", true)]
    [InlineData("public static readonly TrainingStage? Stage = TrainingStage.Pretraining;", true)]
    [InlineData("public const string Stage = \"pretraining\";", true)]
    [InlineData("public const int Stage = (int)TrainingStage.Pretraining;", false)]
    [InlineData("public const int Stage = 2;", false)]
    [InlineData("public const long TrainingStage = 1;", false)]
    [InlineData("public const byte Stage = 1;", false)]
    [InlineData("public const double Stage = 1;", false)]
    [InlineData("public static readonly object Stage = 1;", false)]
    [InlineData("""
        public const Phase Stage = Phase.Second;
        public enum Phase { First, Second }
        """, false)]
    public async Task A_number_is_a_stage_only_as_one_of_the_stages(string stage, bool isRead)
    {
        var reported = await Config.Run($$"""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            {{stage}}
            """).Only("SCALE001").Diagnostics();
        Assert.Equal(isRead ? ["SCALE001"] : [], reported.Select(d => d.Id));
    }

    [Theory]
    [InlineData("public const int Intent = 1;")]
    [InlineData("public static int Intent => 2;")]
    public async Task A_number_is_no_intent(string intent) =>
        Assert.Empty((await Config.Run(OverTrained + intent).Diagnostics()).Select(d => d.Id));

    // DESIGN section 3: 16 bytes per parameter unless optimizer and precision differ. Bytes per parameter: weights,
    // gradients, master weights (Rajbhandari et al. 2020, section 3.1) and moments: two of 4 bytes, two of 1 (Dettmers
    // et al. 2022), one of 4.
    [Theory]
    [InlineData("", 16)]
    [InlineData("public const string Optimizer = \"adamw\";", 2 + 2 + 4 + 8)]
    [InlineData("public const string Optim = \"adamw_bnb_8bit\";", 2 + 2 + 4 + 2)]
    [InlineData("public const string Optimizer = \"SGD\";", 2 + 2 + 4 + 4)]
    [InlineData("""
        public const string Optimizer = "SGD";
        public const NumericFormat Precision = NumericFormat.FP32;
        """, 4 + 4 + 4)]
    [InlineData("public const string Optimizer = \"adafactor\";", null)] // follows from each matrix, and no shape is given
    [InlineData("public const string Optimizer = \"lion\";", null)]
    [InlineData("public static string Optimizer => System.Console.ReadLine()!;", null)]
    [InlineData("public const int LoraRank = 16;", null)]
    [InlineData("public const string BaseModel = \"llama\";", null)]
    [InlineData("""
        public const string BaseModel = "llama";
        public const TrainingStage Stage = TrainingStage.FineTuning;
        """, 16)]
    [InlineData("""
        public const string BaseModel = "llama";
        public const int LoraRank = 16;
        public const TrainingStage Stage = TrainingStage.FineTuning;
        """, null)]
    public async Task Training_state_is_what_the_optimizer_keeps(string member, int? bytes)
    {
        var code = await Config.Run(Gopher + member).Load();
        var constants = code.TypeOf("Run.Estimates");
        Assert.NotNull(constants.GetField("WeightBytes"));
        Assert.Equal(70_000_000_000L * bytes, constants.GetField("TrainingStateBytes")?.GetRawConstantValue());
    }
}
