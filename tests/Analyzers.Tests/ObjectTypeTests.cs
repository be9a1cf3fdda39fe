using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>What the type of an object adds to its run: its attribute, its defaults, its model, its assembly.</summary>
public class ObjectTypeTests
{
    [Fact]
    public Task Two_objects_of_one_type_can_differ_in_their_facts() => Config.Of("""
        [TrainingConfig(Intent = TrainingIntent.ComputeOptimal)]
        public partial record Run
        {
            public long Parameters { get; init; }
            public long Tokens { get; init; }
            public TrainingIntent? Intent { get; init; }
            public string? Justification { get; init; }
            public string? Law { get; init; }
        }
        public static class Use
        {
            public static readonly Run A = new() { Parameters = 8_030_261_248, Tokens = {|SCALE002:15_000_000_000_000|} };
            public static readonly Run B = new() { Parameters = 8_030_261_248, Tokens = 15_000_000_000_000,
                Intent = {|SCALE501:TrainingIntent.InferenceOptimal|} };
            public static readonly Run C = new() { Parameters = 8_030_261_248, Tokens = 15_000_000_000_000,
                Justification = "served a lot" };
            public static readonly Run D = new() { Parameters = 8_030_261_248, Tokens = 15_000_000_000_000,
                Law = {|SCALE904:"newton"|} };
        }
        """).ReportsAsMarked();

    [Fact]
    public Task A_wrong_declaration_of_the_type_is_reported_at_the_type_only() => Config.Of("""
        [TrainingConfig]
        public partial record Run
        {
            public long Parameters { get; init; } = {|SCALE902:-5|};
            public long Tokens { get; init; }
        }
        public static class Use
        {
            public static readonly Run A = new() { Tokens = 300_000_000_000 };
            public static readonly Run B = new() { Parameters = {|SCALE902:0|} };
        }
        """).ReportsAsMarked();

    [Fact]
    public Task A_config_type_of_another_assembly_is_assessed_by_the_written_values() => Config.Of("""
        public static class Use
        {
            public static readonly Lib.Run A = new() { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };
        }
        """).ReferencingAssembly("Lib", """
            namespace Lib;
            [ScalingAnalyzers.TrainingConfig]
            public record Run
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
            """)
        .Only("SCALE001").ReportsAsMarked();

    [Theory]
    [InlineData("""
        class Run<TModel> where TModel : new()
        {
            public TModel Model { get; } = new();
            public long Tokens { get; init; }
        }
        public class Use
        {
            object o = new Run<Llama> { Tokens = {|SCALE001:300_000_000_000|} };
        }
        """)]
    [InlineData("""
        class Run<TModel>
        {
            public long Tokens { get; init; }
        }
        public class Use
        {
            object o = new Run<Llama> { Tokens = 300_000_000_000 };
        }
        """)]
    [InlineData("""
        class Run : Base<Llama>
        {
            public Run() => Tokens = {|SCALE001:300_000_000_000|};
        }
        public abstract class Base<TModel> where TModel : new()
        {
            public TModel Model { get; } = new();
            public long Tokens { get; init; }
        }
        """)]
    public Task The_model_may_be_a_type_argument(string types) => Config.Of(
        $$"""
        [ModelConfig]
        public class Llama
        {
            public long Parameters { get; } = 280_000_000_000;
        }
        [TrainingConfig]
        public partial {{types}}
        """).Only("SCALE001").ReportsAsMarked();
}
