using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>What is generated compiles where the source compiled: it takes no name that the program means otherwise,
/// and SCALE903 says where there is nothing.</summary>
public class HiddenNamesTests
{
    private const string Body = "{ public const long Parameters = 7_000_000_000; public const long Tokens = 140_000_000_000; }";
    private const string Members = "public const long Parameters = 7_000_000_000; public const long Tokens = 140_000_000_000;";
    private const string Config7 = "[TrainingConfig] public partial class C " + Body;

    [Theory]
    [InlineData("a namespace that the body uses",
        "namespace Estimates { public class A { public const long N = 5; } } "
            + "[TrainingConfig] public partial class C { public const long X = Estimates.A.N; " + Members + " }")]
    [InlineData("the namespace around, which the body uses",
        "namespace Acme.Estimates { public class A { public const long N = 5; } "
            + "[TrainingConfig] public partial class C { public const long X = Estimates.A.N; " + Members + " } }")]
    [InlineData("a type that a derived type uses",
        "namespace A { " + Config7 + " } namespace B { public class Estimates { } public class D : A.C { public Estimates E; } }")]
    [InlineData("a type that a type in a derived type uses",
        "namespace A { " + Config7 + " } namespace B { public class Estimates { } public class D : A.C { class In { Estimates E; } } }")]
    [InlineData("a static member that a derived type uses",
        Config7 + " namespace B { using static Box; public class D : C { int a = Estimates; } } "
            + "public static class Box { public const int Estimates = 1; }")]
    [InlineData("a field of a derived type", Config7 + " public class D : C { public int Estimates = 5; }")]
    [InlineData("a field of a type derived from a generic one",
        "[TrainingConfig] public partial class C<T> " + Body + " public class D : C<int> { public int Estimates = 5; }")]
    [InlineData("an indexer of that name", "[TrainingConfig] public partial class C { "
        + "[System.Runtime.CompilerServices.IndexerName(\"Estimates\")] public int this[int i] => 1; " + Members + " }")]
    [InlineData("the indexer's own name",
        "[TrainingConfig(EstimatesName = \"Item\")] public partial class C { public int this[int i] => 1; " + Members + " }")]
    [InlineData("a record's copy", "[TrainingConfig(EstimatesName = \"Clone\")] public partial record C " + Body)]
    [InlineData("the name of a constant", "[TrainingConfig(EstimatesName = \"TrainingFlops\")] public partial class C " + Body)]
    [InlineData("a namespace of the framework that the body uses",
        "[TrainingConfig(EstimatesName = \"System\")] public partial class C { System.IO.Stream s; " + Members + " }")]
    [InlineData("a type called System", "public class System { } " + Config7)]
    [InlineData("a type in the place of a namespace", "namespace System { public class CodeDom { } } " + Config7)]
    [InlineData("another attribute of the mark's name",
        "namespace System.CodeDom.Compiler { class GeneratedCodeAttribute : Attribute { } } " + Config7)]
    public async Task A_name_that_means_something_else_is_not_taken(string form, string source)
    {
        var code = Config.Of(source);
        var driver = (await code.Generate()).CompilesCleanly();
        Assert.True(driver.Sources.IsEmpty, form);
        Assert.Equal("SCALE903", Assert.Single(await code.Diagnostics()).Id);
    }

    [Theory]
    [InlineData("using Other; public partial class C { Estimates e; } namespace Other { public class Estimates { } }")]
    [InlineData("using Estimates = System.Text.StringBuilder; public partial class C { class In { Estimates e; } }")]
    [InlineData("using static Box; public partial class C { int e = Estimates; } "
        + "public static class Box { public static int Estimates; }")]
    [InlineData("using Estimates = System.Text.StringBuilder; public class D : C { Estimates e; }")]
    public async Task A_name_that_another_file_means_otherwise_is_not_taken(string other)
    {
        var code = Config.Of(Config7).File("Other.cs", other);
        Assert.Empty((await code.Generate()).CompilesCleanly().Sources);
        Assert.Equal("SCALE903", Assert.Single(await code.Diagnostics()).Id);
    }

    [Theory]
    [InlineData("a type that no code of the config sees",
        "namespace Other { public class Estimates { } class U { Estimates e; } } namespace Mine { " + Config7 + " }")]
    [InlineData("a namespace that no code uses", "namespace Acme.Estimates { " + Config7 + " }")]
    [InlineData("locals, parameters and type parameters of methods", "namespace Other { public class Estimates { } } "
        + "[TrainingConfig] public partial class C { int F(int Estimates) => Estimates; T G<T>(T Estimates) { return Estimates; } "
        + "void H<Estimates>(Estimates e) { } " + Members + " }")]
    [InlineData("names behind a dot and of arguments", "enum E { Estimates } public class P { public int Estimates { get; set; } } "
        + "[TrainingConfig] public partial class C { object o = E.Estimates; bool F(object a) => a is P { Estimates: 1 }; "
        + "int G(int Estimates = 1) => G(Estimates: 2); " + Members + " }")]
    [InlineData("configs that derive from each other and use what is generated",
        Config7 + " [TrainingConfig] public partial class D : C { public const double F = Estimates.TrainingFlops; } "
            + "public class X : D { double f = Estimates.TrainingFlops; }")]
    [InlineData("configs in each other", "[TrainingConfig] public partial class C { " + Members
        + " [TrainingConfig] public partial class D { " + Members + " double f = Estimates.TrainingFlops; } }")]
    [InlineData("a mark of the program's own that is like the framework's", "namespace System.CodeDom.Compiler { "
        + "class GeneratedCodeAttribute : Attribute { public GeneratedCodeAttribute(string tool, string version) { } } } " + Config7)]
    public async Task A_name_without_another_meaning_is_taken(string form, string source)
    {
        // Some of these programs have warnings of their own: fields that nothing uses, a type of the framework's name.
        var driver = (await Config.Of("#pragma warning disable\n" + source).Generate()).CompilesCleanly();
        Assert.False(driver.Sources.IsEmpty, form);
    }

    [Fact]
    public async Task The_class_of_a_program_without_a_main_method_is_a_config() =>
        Assert.NotEmpty((await Config.Of("System.Console.WriteLine(1);\n[TrainingConfig] public partial class Program " + Body)
            .As(OutputKind.ConsoleApplication).Generate()).CompilesCleanly().Sources);

    // No warning in a generated file is the user's, though the project makes all of them errors.
    [Theory]
    [InlineData("[assembly: System.CLSCompliant(true)] [TrainingConfig] public partial record R(long Parameters, long Tokens); "
        + "[TrainingPlans] public static partial class Plans { "
        + "internal static readonly R _a = new(1, 2), big = new(3, 4), Big = new(5, 6); }")]
    [InlineData("[System.Obsolete(\"\", true)] public partial class O { [TrainingConfig] public static partial class C " + Body + " }")]
    public async Task No_warning_is_reported_in_generated_code(string source) =>
        Assert.NotEmpty((await Config.Of(source).Generate()).CompilesCleanly().Sources);

    [Theory]
    [InlineData("namespace Acme { public class ScalingConfigs { } }", "Acme")]
    [InlineData("namespace Acme { public static partial class ScalingConfigs { } }", "Acme")]
    [InlineData("namespace Acme { internal record ScalingConfigs; }", "Acme")]
    [InlineData("namespace Acme { enum ScalingConfigs { A } }", "Acme")]
    [InlineData("namespace Acme.ScalingConfigs { class X { } }", "Acme")]
    [InlineData("namespace Acme { internal static partial class ScalingConfigs { public static class Llama { } } }", "Acme")]
    [InlineData("namespace Acme { internal static partial class ScalingConfigs { public const int Llama = 5; } }", "Acme")]
    [InlineData("namespace Acme { public class Foo { } }", "Acme.Foo")]
    [InlineData("public class Acme { }", "Acme")]
    [InlineData("public class System { }", "Acme")]
    [InlineData("namespace Other { public class ScalingConfigs { public static int A = 5; } } "
        + "namespace Acme { using Other; class D { int b = ScalingConfigs.A; } }", "Acme")]
    public async Task A_file_takes_no_name_of_the_program(string source, string space)
    {
        var code = Json(source, space);
        Assert.Empty((await code.Generate()).CompilesCleanly().Sources);
        Assert.Equal("SCALE903", Assert.Single(await code.Diagnostics()).Id);
    }

    [Theory]
    [InlineData("namespace Acme { internal static partial class ScalingConfigs { public const int A = 5; } }")]
    [InlineData("namespace Acme { static partial class ScalingConfigs { } class U { long t = ScalingConfigs.Llama.TrainingTokens; } }")]
    [InlineData("namespace Acme { internal static class ScalingConfigs<T> { } }")]
    [InlineData("namespace Other { class ScalingConfigs { } }")]
    public async Task A_file_adds_to_the_part_of_the_program(string source)
    {
        var code = Json(source, "Acme");
        Assert.NotEmpty((await code.Generate()).CompilesCleanly().Sources);
        await code.ReportsNothing();
    }

    private static Code Json(string source, string space) => Config.Code.With(source).Property("RootNamespace", space)
        .Json("llama.json", """
            {
              "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
              "intermediate_size": 11008, "vocab_size": 32000
            }
            """, "Name=Llama; Tokens=140B");
}
