namespace ScalingAnalyzers.Tests;

/// <summary>
/// Configs and plans written against the reading. Each is compiled and run: the constants equal what the program
/// computes. `Constants` says how many there are at least.
/// </summary>
internal static class PlanForms
{
    private const string Run =
        "[TrainingConfig] partial record R { public long Parameters { get; init; } = 1_000_000_000; public long Tokens { get; init; } } ";

    public static (string Form, string Source, int Constants)[] All =>
    [
        (Form: "a config whose constructor always fails", Source: """
            [TrainingConfig] partial class C
            {
                public long Parameters { get; set; } = 70_000_000_000;
                public long Tokens { get; set; } = 1_400_000_000_000;
                public C() { if (Tokens > 5) throw new InvalidOperationException(); }
            }
            """, Constants: 0),
        (Form: "a config that checks itself", Source: """
            [TrainingConfig] partial class C
            {
                public long Parameters { get; set; } = 70_000_000_000;
                public long Tokens { get; set; } = 1_400_000_000_000;
                public C()
                {
                    if (Tokens < 5) throw new InvalidOperationException();
                    ArgumentOutOfRangeException.ThrowIfNegative(Parameters);
                }
            }
            """, Constants: 2),
        (Form: "plans that share a box", Source: Run + """
            interface IHas { long N { get; set; } }
            struct Has : IHas { public long N { get; set; } }
            [TrainingPlans] static partial class Plans
            {
                static readonly IHas One = new Has { N = 5_000_000_000 };
                static IHas Up(IHas one) { one.N = 7_000_000_000; return one; }
                static readonly IHas Two = Up(One);
                public static readonly R A = new() { Tokens = One.N };
                public static readonly R B = new() { Tokens = Two.N };
            }
            """, Constants: 0),
        (Form: "plans of types that start each other", Source: Run + """
            static class Sizes { public static readonly long Big = Plans.Count * 2; public static readonly long Late = 9_000_000_000; }
            [TrainingPlans] static partial class Plans
            {
                public static readonly R A = new() { Tokens = Sizes.Late };
                public static readonly long Count = 3_000_000_000;
                public static readonly R B = new() { Tokens = Count };
            }
            """, Constants: 1),
        (Form: "plans in an order that matters", Source: Run + """
            [TrainingPlans] static partial class Plans
            {
                public static readonly R Early = new() { Tokens = Late };
                static readonly long Late = 3_000_000_000;
                public static readonly R A = new() { Tokens = Late };
                public static R Again => new() { Tokens = Late * 2 };
            }
            """, Constants: 2),
        (Form: "a plan of a with over a changed object", Source: """
            [TrainingConfig] partial record R
            {
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = 2_000_000_000;
                public R Grown() { Tokens = Tokens * 3; return this; }
            }
            [TrainingPlans] static partial class Plans
            {
                static readonly R Base = new();
                static readonly R Other = Base.Grown();
                public static readonly R A = Base with { Parameters = 5_000_000_000 };
                public static readonly R B = Other with { Parameters = 6_000_000_000 };
            }
            """, Constants: 2),
        (Form: "a config with a partial hook that is not written", Source: """
            [TrainingConfig] partial class C
            {
                long tokens = 2_000_000_000;
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get => tokens; set { On(tokens = value); } }
                partial void On(long value);
                public C() { Tokens = 9_000_000_000; }
            }
            """, Constants: 1),
        (Form: "a config that overlaps itself", Source: """
            [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
            [TrainingConfig] partial class C
            {
                [System.Runtime.InteropServices.FieldOffset(0)] public long Parameters = 1_000_000_000;
                [System.Runtime.InteropServices.FieldOffset(0)] public long Tokens = 2_000_000_000;
            }
            """, Constants: 0),
        (Form: "a config that copies structs before they change", Source: """
            struct Size { public long N; }
            [TrainingConfig] partial class C
            {
                Size a = new() { N = 1_000_000_000 }, b;
                public long Parameters => b.N;
                public long Tokens => a.N;
                public C() { (a.N, b) = (2_000_000_000, a); }
            }
            """, Constants: 0),
        (Form: "a config with extras of all types", Source: """
            [TrainingConfig] partial class C
            {
                public Dictionary<string, object> Extra { get; } = new() { ["a"] = 1, ["b"] = "c" };
                public List<object> More { get; } = new() { 1, "x" };
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = 2_000_000_000;
                public C() { Extra.Add("d", 2.5); More.Add(this); Console.Error.WriteLine("{0} {1}", Tokens, "made"); }
            }
            """, Constants: 2),
        (Form: "a derived config that hides and overrides", Source: """
            abstract class Base
            {
                public virtual long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = Scale(1);
                static long Scale(long x) => x * 2_000_000_000;
            }
            [TrainingConfig] partial class C : Base
            {
                public override long Parameters { get; set; } = 3_000_000_000;
                public new long Tokens => base.Tokens * 2;
            }
            """, Constants: 2),
        (Form: "a struct config and its default", Source: """
            [TrainingConfig] partial struct C
            {
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = 2_000_000_000;
                public C(int x) { }
            }
            """, Constants: 0),
        (Form: "a struct config with a constructor", Source: """
            [TrainingConfig] partial struct C
            {
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = 2_000_000_000;
                public C() { }
            }
            """, Constants: 2),
        (Form: "a generic base that makes its parameter", Source: """
            class Size { public virtual long N => 1_000_000_000; }
            class Large : Size { public override long N => 5_000_000_000; }
            class Base<T> where T : Size, new()
            {
                readonly T size = new();
                public long Tokens => size.N;
                public long Parameters => 1_000_000_000;
            }
            [TrainingConfig] partial class C : Base<Large> { }
            """, Constants: 2),
        (Form: "a config that a static constructor of another type changes", Source: Run + """
            class Patch { static Patch() { Plans.A.Set = 5_000_000_000; } public static long Touch() => 1; }
            record Q : R { public long Set { get; set; } = 2_000_000_000; public new long Tokens => Set; }
            [TrainingPlans] static partial class Plans
            {
                public static readonly Q A = new();
                static readonly long touched = Patch.Touch();
            }
            """, Constants: 0),
        (Form: "a config that is printed by its own text", Source: """
            [TrainingConfig] partial class C
            {
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = 2_000_000_000;
                public override string ToString() { Tokens = Tokens + 1; return "c"; }
                public C() { object self = this; string.Format("{0}", self); }
            }
            """, Constants: 0),
        (Form: "a plan by a conditional method", Source: """
            [TrainingConfig] partial class R
            {
                public long Parameters { get; set; } = 1_000_000_000;
                public long Tokens { get; set; } = 2_000_000_000;
                [System.Diagnostics.Conditional("NEVER")] public virtual void Grow() { }
            }
            class Q : R { public override void Grow() { Tokens *= 2; } public Q() { Grow(); } }
            [TrainingPlans] static partial class Plans { public static readonly R A = new Q(); }
            """, Constants: 2),
    ];
}
