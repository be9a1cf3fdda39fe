using System;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <content>Runs.</content>
public partial class FormsOfPublicCodeTests
{
    private const string Size = "public long Parameters { get; init; } = 20_000_000_000; ";

    private const string Steps = "public int WorldSize { get; init; } = 96; public int MicroBatchSize { get; init; } = 4; public int "
        + "GradientAccumulationSteps { get; init; } = 32; public int MaxSteps { get; init; } = 150_000; public int SequenceLength "
        + "{ get; init; } = 2048; ";

    // 4 x 32 x 96 x 2,048 x 150,000 = 3.77T, an eighth of it where eight devices hold a copy; null: open.
    [Theory]
    [InlineData("", 3_774_873_600_000)]
    [InlineData("public int ModelParallelism { get; init; } = 8;", 471_859_200_000)]
    [InlineData("public int TensorParallelism { get; init; } = 2; public int PipelineParallelism { get; init; } = 4;", 471_859_200_000)]
    [InlineData("public int PipelineStages { get; init; } = 8;", 471_859_200_000)] // DeepSpeed
    [InlineData("public int tp { get; init; } = 2; public int pp { get; init; } = 4;", 471_859_200_000)] // nanotron
    [InlineData("public int mp_size { get; init; } = 8;", 471_859_200_000)] // fairscale, DeepSpeed
    [InlineData("public int DataParallelDegree { get; init; } = 12;", 471_859_200_000)]
    [InlineData("public P Parallel { get; init; } = new(); public class P { public int TensorParallelSize = 2, PipelineParallelSize "
        + "= 4; }", null)] // a group that is not read
    [InlineData("public int ModelParallelWays { get; init; } = 8;", null)]
    [InlineData("public int UlyssesDegree { get; init; } = 8;", null)]
    [InlineData("public int MaxDegreeOfParallelism { get; init; } = 8; public bool SequenceParallel { get; init; } = true; public bool "
        + "UseParallelResidual { get; init; } = true;", 3_774_873_600_000)] // of threads, of norms, of blocks
    public async Task Devices_that_hold_one_copy_share_their_sequences(string members, long? tokens)
    {
        var code = Config.Of("[TrainingConfig]\npublic sealed partial class Run\n{\n" + Size + Steps + members + "\n}\n");

        Assert.Equal(tokens, await Constant(code, "TrainingTokens"));
        var program = await code.Load();
        Assert.Equal(tokens, ConfigReader.Read(Activator.CreateInstance(program.TypeOf("Run"))!).Declared.TrainingTokens);
        if (tokens is null)
            Assert.Contains(await code.Severity("SCALE901", "warning").Diagnostics(),
                found => found.GetMessage(null).Contains("looks like a degree of parallelism", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_of_a_section_with_degrees_leaves_the_tokens_open_too()
    {
        const string Json = """
            { "Training": { "Parameters": "20B", "WorldSize": 96, "MicroBatchSize": 4, "GradientAccumulationSteps": 32, "MaxSteps": 150000,
              "SequenceLength": 2048, "Sharding": { "TensorParallelSize": 8 } } }
            """;

        Assert.Null(await Constant(Config.Code.Json("appsettings.json", Json, "Section=Training"), "TrainingTokens"));
    }

    private const string Gopher = "public long Parameters { get; init; } = 280_000_000_000; public long Tokens { get; init; } = "
        + "300_000_000_000; ";

    // Gopher, Rae et al. 2021: SCALE001 where it is judged.
    [Theory]
    [InlineData("public int Steps { get; set; } = 0; public int WorldSize { get; set; } = 0; public int Epoch = 0;", "SCALE001")]
    [InlineData("public static int TotalSteps = 0; public static int NumSteps; public static void Go() { TotalSteps++; "
        + "System.Threading.Interlocked.Increment(ref NumSteps); }", "SCALE001")] // counters that all may read
    [InlineData("protected int epoch = 0; public int Step { get; private set; } = 0; public void Go() { epoch++; Step++; }", "SCALE001")]
    [InlineData("public int? StepsPerEpoch { get; init; } public double MinimumLearningRate { get; init; } = 5e-5; public int "
        + "WarmupSteps { get; init; } = 100; public int Seed { get; init; } = 1337;", "SCALE001")]
    [InlineData("public string? BaseModel { get; init; } = null; public string Checkpoint { get; init; } = \"\"; public long "
        + "LoraRank { get; init; } = 0;", "SCALE001")] // none of them
    [InlineData("public double TeacherForcingRatio { get; init; } = 0.5;", "SCALE001")] // of sequences, no teacher
    [InlineData("public string TeacherModelName { get; init; } = \"llama-3-70b\";", "")] // a distillation without its stage
    [InlineData("public string PretrainedModelPath { get; init; } = \"ckpt\";", "")]
    [InlineData("public L Lora { get; init; } = new(); public class L { public int Rank = 16; }", "")]
    [InlineData("public static Run Build(System.Action<Run> set) { var run = new Run(); set(run); return run; }", "SCALE001")]
    public async Task Zeros_counters_and_starting_points_are_what_they_are(string members, string rules)
    {
        var code = Config.Of("#nullable enable\n[TrainingConfig]\npublic partial class Run\n{\n" + Gopher + members + "\n}\n");

        Assert.Equal(rules, string.Join(" ", (await code.Diagnostics()).Select(found => found.Id)));
        Assert.Equal(300_000_000_000, await Constant(code, "TrainingTokens"));
    }

    [Theory]
    [InlineData("var d = new C { Parameters = 70_000_000_000 }; return d with { Tokens = 1_400_000_000_000 };")]
    [InlineData("var c = new C(); var d = c with { Parameters = 70_000_000_000 }; return d with { Tokens = 1_400_000_000_000 };")]
    [InlineData("var d = (new C { Parameters = 70_000_000_000 }); return ((C)d) with { Tokens = 1_400_000_000_000 };")]
    [InlineData("var d = new C { Parameters = 70_000_000_000 }; d.Tokens = 1_400_000_000_000; return d;")]
    [InlineData("var d = new C { Parameters = 70_000_000_000 }; (d.Tokens, _) = (1_400_000_000_000, 0); return d;")]
    [InlineData("var d = new C { Parameters = 70_000_000_000 }; for (int i = 0; i < 3; i++) d.Tokens *= 2; return d;")]
    public Task What_is_made_of_an_object_later_is_judged_there(string statements) => Config.Of("""
        [TrainingConfig]
        public sealed partial record C
        {
            public long Parameters { get; set; } = 1_000_000_000;
            public long Tokens { get; set; } = 20_000_000_000;
            public static C Made() { STATEMENTS }
        }
        """.Replace("STATEMENTS", statements, StringComparison.Ordinal)).ReportsNothing();

    [Fact]
    public Task A_preset_that_is_used_as_it_is_and_changed_elsewhere_is_judged() => Config.Of("""
        [TrainingConfig]
        public sealed partial record C
        {
            public long Parameters { get; init; } = 1_000_000_000;
            public long Tokens { get; init; } = 20_000_000_000;
            public static C[] Made()
            {
                var gopher = new C { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };
                var longer = gopher with { Tokens = 5_000_000_000_000 };
                return new[] { gopher, longer };
            }
        }
        """).Only("SCALE001").ReportsAsMarked();

    [Theory]
    [InlineData("namespace App.Estimates { [TrainingConfig] public partial class C { MEMBERS } public class Other { } }", true)]
    [InlineData("public class B { private int Estimates = 1; public int Get() => Estimates; } [TrainingConfig] public partial class C : B "
        + "{ MEMBERS }", true)] // private, so not inherited
    [InlineData("namespace N { using Estimates = System.Collections.Generic.List<int>; [TrainingConfig] public partial class C { MEMBERS "
        + "public Estimates X = new(); } }", false)]
    [InlineData("public partial class Outer<Estimates> { [TrainingConfig] public partial class C { MEMBERS Estimates? X; } }", false)]
    [InlineData("[TrainingConfig] public partial class C { MEMBERS public double Estimates() => 1; }", false)]
    [InlineData("[TrainingConfig] public partial class Estimates { MEMBERS }", false)]
    [InlineData("[TrainingConfig] public partial class C { MEMBERS } "
        + "public class D : C { public int Estimates => 3; }", false)] // it would hide the constants: CS0108
    public async Task A_program_that_has_the_name_stays_valid(string source, bool isGenerated)
    {
        var code = Config.Of("#nullable enable\n" + source.Replace("MEMBERS",
            "public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000;", StringComparison.Ordinal));

        Assert.Equal(isGenerated, (await code.Generate()).CompilesCleanly().Sources.Count > 0);
        Assert.Equal(!isGenerated, (await code.Diagnostics()).Any(found => found.Id == "SCALE903"));
    }
}
