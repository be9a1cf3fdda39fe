using System.Globalization;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class ObjectRunTests
{
    // Gopher's numbers by default (Rae et al. 2021), so that what is left unwritten would be flagged.
    private const string Types = """

        [TrainingConfig]
        public partial class Plan
        {
            public long Parameters { get; init; } = Size;
            public long Tokens { get; set; } = {|SCALE001:Corpus|};
            public TrainingIntent Intent { get; init; }
            private const long Size = 280_000_000_000;
            private static long Corpus => 300_000_000_000;
        }
        [TrainingConfig]
        public partial record Empty
        {
            public long Parameters { get; init; }
            public long Tokens { get; set; }
            public Empty? Previous { get; init; }
            public string? Note { get; init; }
        }
        [TrainingConfig] public partial record Row(long Parameters, long Tokens);
        [ModelConfig]
        public class Shape
        {
            public long Parameters { get; set; }
            public int Layers { get; set; }
        }
        [TrainingConfig]
        public partial class Composed
        {
            public Shape Model { get; init; } = new Shape { Parameters = 280_000_000_000 };
            public long Tokens { get; init; }
        }
        """;

    [Theory]
    [InlineData("new Empty { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} }")]
    [InlineData("new() { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} }")]
    [InlineData("(new Empty { Parameters = 280_000_000_000, Tokens = 1 }) with { Tokens = {|SCALE001:300_000_000_000|} }")]
    // the operand is not assessed again
    [InlineData("new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 } with { Tokens = 5_000_000_000_000 }")]
    [InlineData("new Empty { Parameters = 70_000_000_000, Tokens = 1_400_000_000_000 } with { Tokens = {|SCALE001:100_000_000_000|} }")]
    [InlineData("new Empty { Note = \"x\" }")]
    [InlineData("new Empty()")]
    public Task A_run_is_assessed_once_where_it_is_complete(string creation) =>
        Config.Of($$"""
            {{Types}}
            public class Use
            {
                public static readonly Empty Run = {{creation}};
            }
            """).Only("SCALE001").ReportsAsMarked();

    [Theory]
    [InlineData("public static readonly object Run = new Plan();")] // adds nothing to the declared run
    [InlineData("public static readonly object Run = new Plan { Intent = TrainingIntent.ComputeOptimal, Tokens = 5_000_000_000_000 };")]
    // the tokens are written in the type
    [InlineData("public static readonly object Run = {|SCALE001:new|} Plan { Parameters = 530_000_000_000 };")]
    [InlineData("public static readonly Row Run = new Row(280_000_000_000, {|SCALE001:300_000_000_000|});")]
    [InlineData("public static readonly Row Run = new(Tokens: {|SCALE001:300 * Quantity.Billion|}, Parameters: 280_000_000_000);")]
    [InlineData("public static readonly object Run = new Composed { Tokens = {|SCALE001:300_000_000_000|} };")]
    [InlineData("public static readonly object Run = new Composed { Tokens = {|SCALE001:300_000_000_000|}, Model = { Layers = 3 } };")]
    [InlineData(
        "public static readonly object Run = new Composed { Tokens = 1_400_000_000_000, Model = { Parameters = 70_000_000_000 } };")]
    [InlineData("public static readonly object Run = new Composed { Tokens = {|SCALE001:300_000_000_000|}, Model = new() { Parameters = "
        + "530_000_000_000 } };")]
    [InlineData("""
        public object Local()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };
            return run;
        }
        """)]
    [InlineData("""
        public object Local()
        {
            const long n = 280_000_000_000;
            long d = 300_000_000_000;
            var run = new Empty { Parameters = n, Tokens = {|SCALE001:d|} };
            return run;
        }
        """)]
    [InlineData("""
        public object Later()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            run.Tokens = 5;
            return run;
        }
        """)]
    [InlineData("""
        public object Later(Empty? e)
        {
            var run = e ?? new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            run.Tokens = 5;
            return run;
        }
        """)]
    [InlineData("""
        public object Later()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            (run!).Tokens = 5;
            return run;
        }
        """)]
    [InlineData("""
        public object Later()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            ((Empty)run).Tokens = 5;
            return run;
        }
        """)]
    [InlineData("""
        public object Later()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            var same = run;
            same.Tokens = 5;
            return run;
        }
        """)]
    [InlineData("""
        public object Later()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            long x;
            ((run.Tokens, x), _) = ((5, 6), 7);
            return run;
        }
        """)]
    [InlineData("""
        public object Earlier()
        {
            var run = new Empty { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };
            var same = run;
            same = new Empty();
            return run;
        }
        """)]
    [InlineData("""
        public class Wrapped : Empty2 { }
        [TrainingConfig]
        public class Empty2
        {
            private long _t;
            public long Parameters { get; set; }
            public long Tokens { get => _t; set => _t = value; }
        }
        public object Set() => new Empty2 { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };
        """)]
    [InlineData("""
        [TrainingConfig]
        public class Empty2
        {
            private long _t;
            public long Parameters { get; set; }
            public long Tokens { get => _t; set => _t = value * 20; }
        }
        public object Set() => new Empty2 { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
        """)]
    [InlineData("""
        public object Ref()
        {
            var d = 300_000_000_000;
            Change(ref d);
            var run = new Empty { Parameters = 280_000_000_000, Tokens = d };
            return run;
        }
        static void Change(ref long x) => x = 1;
        """)]
    [InlineData("""
        public object Copy()
        {
            var a = new Empty { Parameters = 280_000_000_000, Tokens = 5_000_000_000_000 };
            return a with { Tokens = {|SCALE001:300_000_000_000|} };
        }
        """)]
    [InlineData("""
        private static readonly Empty Base = new Empty { Parameters = 280_000_000_000 };
        public object Copy() => Base with { Tokens = {|SCALE001:300_000_000_000|} };
        """)]
    [InlineData("""
        private static Empty Make(long tokens) => new Empty { Parameters = 280_000_000_000, Tokens = tokens };
        public static readonly object Run = Make(300_000_000_000) with { Note = "n" };
        """)]
    [InlineData("public System.Collections.Generic.List<Empty> All = new() { new() { Parameters = 280_000_000_000, Tokens = "
        + "{|SCALE001:300_000_000_000|} } };")]
    [InlineData("public System.Collections.Generic.Dictionary<string, Empty> All = new() { [\"a\"] = new() { Parameters = 280_000_000_000, "
        + "Tokens = {|SCALE001:300_000_000_000|} } };")]
    [InlineData("public System.Func<Empty> Make = () => new() { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };")]
    [InlineData("""
        public void Pass() => Take(new Empty { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} });
        static void Take(Empty e) { }
        """)]
    [InlineData("public object Run(long n) => new Empty { Parameters = n, Tokens = 300_000_000_000 };")]
    public Task Runs_are_found_wherever_objects_are_created(string members) =>
        Config.Of(Types + "public class Use { " + members + " }").Only("SCALE001").ReportsAsMarked();

    [Theory]
    [InlineData("class Use { object run = new global::Empty { RUN }; }")]
    [InlineData("class Use { object run = new @Empty { RUN }; }")]
    [InlineData("class Use { Empty? run = new() { RUN }; }")]
    [InlineData("class Use { public Empty Run { get; } = new() { RUN }; }")]
    [InlineData("class Use { static void F() { Empty run = new() { RUN }; _ = run; } }")]
    [InlineData("class Use { Few? run = new() { RUN }; }")]
    [InlineData("class Use { Few? run = new Few { RUN }; }")]
    [InlineData("class Use { object run = new Outer.Inner { RUN }; }")]
    [InlineData("class Use { object run = new Outer.Of<int> { RUN }; }")]
    [InlineData("namespace N { using R = Empty; class Use { object run = new R { RUN }; } }")]
    [InlineData("namespace N { using R = Outer; class Use { object run = new R.Inner { RUN }; } }")]
    [InlineData("class Use : Base { Use() : base(new Empty { RUN }) { } } class Base { public Base(Empty run) { } }")]
    [InlineData("class Use { static int Of(Empty run) => 1; int run = Of(new() { RUN }); }")]
    [InlineData("class Use { static Empty F() => new() { RUN }; }")]
    public Task A_run_is_found_by_whatever_name_its_type_is_created(string use) => Config.Of(Types + """
        [TrainingConfig]
        public partial struct Few
        {
            public long Parameters { get; init; }
            public long Tokens { get; init; }
        }
        public class Outer
        {
            [TrainingConfig]
            public class Inner
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
            [TrainingConfig]
            public class Of<T>
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
        }

        """ + use.Replace("RUN", "Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|}", System.StringComparison.Ordinal))
        .Only("SCALE001").ReportsAsMarked();

    [Fact]
    public Task An_alias_for_all_files_names_a_run_too() => Config.Of(Types + """
        class Use { object run = new R { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} }; }
        """).File("Aliases.cs", "global using R = Empty;").Only("SCALE001").ReportsAsMarked();

    [Fact]
    public Task Top_level_statements_hold_runs_too() => Config.Of("""
        var run = new Run { Parameters = 280_000_000_000, Tokens = {|SCALE001:300_000_000_000|} };
        System.Console.WriteLine(run);

        [TrainingConfig]
        public record Run
        {
            public long Parameters { get; init; }
            public long Tokens { get; init; }
        }
        """).As(Microsoft.CodeAnalysis.OutputKind.ConsoleApplication).ReportsAsMarked();

    [Fact]
    public async Task A_run_is_called_by_what_it_is_assigned_to()
    {
        var reported = await Config.Of($$"""
            {{Types}}
            public class Use
            {
                public static readonly Empty Llama = new() { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
            }
            """).Only("SCALE001").Diagnostics();
        Assert.Contains(
            reported, d => d.GetMessage(CultureInfo.InvariantCulture).StartsWith("'Llama' trains", System.StringComparison.Ordinal));
    }
}
