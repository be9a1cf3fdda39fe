using System;
using System.Reflection;
using System.Runtime.Loader;
using System.Runtime.Versioning;
using System.Threading.Tasks;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Testing.Tests.ThrowAway;

namespace ScalingAnalyzers.Testing.Tests;

public class LoadTests
{
    [Fact]
    public async Task Constants_properties_and_methods_are_read_by_their_CSharp_names()
    {
        LoadedCode code = await Code.Of("""
            namespace N.M
            {
                static class Outer
                {
                    public static class Inner
                    {
                        public const long Count = 7;
                        internal static double Half => 0.5;
                    }
                    static string Join(string a, int b) => a + b;
                    public static int Fails() => throw new System.OverflowException("too big");
                }
            }
            """).Load();
        Assert.Equal(7L, code.Value<long>("N.M.Outer.Inner.Count"));
        Assert.Equal(0.5, code.Value("N.M.Outer.Inner.Half"));
        Assert.Equal("a1", code.Invoke("N.M.Outer.Join", "a", 1));
        Assert.Throws<OverflowException>(() => code.Value("N.M.Outer.Fails"));
        Assert.Throws<InvalidCastException>(() => code.Value<int>("N.M.Outer.Inner.Count"));
        await Failure.Of(() => Task.FromResult(code.Value("N.M.Outer.Inner.Missing")), "no static", "Count", "Half");
        await Failure.Of(() => Task.FromResult(code.Value("N.M.Other.Count")), "no type N.M.Other", "N.M.Outer+Inner");
    }

    [Fact]
    public async Task Generated_constants_stand_in_constants_and_attribute_arguments()
    {
        LoadedCode code = await Code.Of("""
            [Length(AlphaTwin.Length)] class Alpha { public const int Twice = 2 * AlphaTwin.Length; }
            class LengthAttribute : System.Attribute { public LengthAttribute(int length) { } }
            """).With(new TwinGenerator()).Load();
        Assert.Equal(10, code.Value("Alpha.Twice"));
    }

    [Fact]
    public async Task Other_projects_assemblies_and_our_runtime_are_loaded()
    {
        LoadedCode code = await Code
            .Of("""
                class C
                {
                    public static int Sum() => Lib.One() + Far.Two();
                    public static string Id = ScalingAnalyzers.Laws.LawCatalog.All[0].Id;
                }
                """)
            .ReferencingProject("Lib", ("Lib.cs", "public class Lib { public static int One() => 1; }"))
            .ReferencingAssembly("Far", "public class Far { public static int Two() => 2; }")
            .Load();
        Assert.Equal(3, code.Value("C.Sum"));
        Assert.Equal(LawCatalog.All[0].Id, code.Value("C.Id"));
    }

    [Fact]
    public Task Checked_arithmetic_is_the_projects()
    {
        Code max = Code.Of("""
            class C
            {
                static int big = int.MaxValue;
                public static int More() => big + 1;
            }
            """);
        return Task.WhenAll(
            Sum(max, code => Assert.Equal(int.MinValue, code.Value("C.More"))),
            Sum(max.Checked(), code => Assert.Throws<OverflowException>(() => code.Value("C.More"))));

        static async Task Sum(Code code, Action<LoadedCode> check)
        {
            LoadedCode loaded = await code.Load();
            check(loaded);
        }
    }

    [Fact]
    public Task Code_that_does_not_compile_is_not_loaded() => Failure.Of(() => Code.Of("class C : D { }").Load(), "CS0246");

    // What .NET 10 does to a process after it unloads thread statics shows only later and in other tests.
    [Fact]
    public async Task A_program_stays_loaded()
    {
        LoadedCode code = await Code.Of("class C { [System.ThreadStatic] public static int X; }").Load();
        Assert.False(AssemblyLoadContext.GetLoadContext(code.Assembly)!.IsCollectible);
    }

    [Fact]
    public void The_tests_run_the_runtime_that_the_compiler_loads()
    {
        string target = typeof(LawCatalog).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        Assert.Equal(".NETStandard,Version=v2.0", target);
    }
}
