using System;
using System.Globalization;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Random classes, the same for the same seed, whose constructors, initialisers, accessors, operators and helpers
/// change things in every position that C# has for it, and whose members M0, M1, ... only look.
/// </summary>
internal sealed class EffectGrammar
{
    private readonly Random _random;
    private readonly string _name;
    private int _locals;

    public EffectGrammar(int seed, string name)
    {
        _random = new Random(seed);
        _name = name;
    }

    // C# 12 to 14, where the compiler has them all.
    private static bool IsNew => Enum.IsDefined((Microsoft.CodeAnalysis.CSharp.LanguageVersion)1400);

    private string Field => Choose("f0", "f1", "f2", "f3");

    private string Object => Choose("a", "b", "s", "a", "b");

    /// <summary>A base, a class, and the objects that it plays with.</summary>
    public string Class()
    {
        var text = new StringBuilder();
        text.AppendLine($$"""
            public class {{_name}}B
            {
                public long F9 = {{Literal()}};
                public {{_name}}B() { {{Maybe("Hook();")}} }
                protected virtual void Hook() { }
                public virtual long V { get; set; } = {{Literal()}};
            }
            """);
        bool isPrimary = IsNew && _random.Next(3) == 0;
        bool isPartial = IsNew && _random.Next(4) == 0;
        bool hasExtensions = IsNew && _random.Next(3) == 0;
        if (hasExtensions)
        {
            text.AppendLine($$"""
                public static class {{_name}}X
                {
                    extension({{_name}}.S x)
                    {
                        public long Ext { get { {{Choose("x.P = 5;", "x.Q++;", "")}} return x.Q; } set => x.P = value * 2; }
                        public void Push(long v) { {{Choose("x.Q = v;", "x.P += v;")}} }
                    }
                    extension(ref {{_name}}.V0 v) { public void Fill(long n) { v.P = n; } }
                }
                """);
        }

        text.AppendLine($"public partial class {_name}{(isPrimary ? "(long n)" : "")} : {_name}B {{");
        text.AppendLine($$"""
            public class S
            {
              public long P { get; set; } = {{Literal()}};
              public long Q = {{Literal()}};
              public S Next;
              public long Twice => P * 2;
              public long Touch
              {
                  get
                  {
                      P = {{Literal()}};
                      return Q;
                  }
              }
              public long Up()
              {
                  {{Choose("P = 5;", "Q++;", "P += Q;", "if (Next != null) Next.P = 3;")}}
                  return {{Choose("Q", "P", "7")}};
              }
              public long Peek() => P + Q;
              public override string ToString() { {{Maybe("Q = 4;")}} return "ab"; }
              public static S operator +(S x, S y) { {{Choose("x.P = 5;", "y.Q = 6;", "")}} return x; }
              public static implicit operator long(S x) { {{Choose("x.Q = 8;", "")}} return x.P; }
            }
            public struct V0 { public long P; public long Up() { P = 5; return P; } }
            public record R(long P) { public long Q { get; set; } = {{Literal()}}; public S Part = new(); }
            """);
        for (int i = 0; i < 4; i++)
        {
            string value = isPrimary && _random.Next(3) == 0 ? Choose("n", "n++", "n + 1")
                : _random.Next(4) == 0 ? "Still" + Choose("(3)", "(4)")
                : Literal();
            text.AppendLine($"long f{i} = {value};");
        }

        text.AppendLine($$"""
            S a = new S{{Maybe(" { P = " + Literal() + " }")}}, b = new S();
            static readonly S s = new S();
            V0 v, w;
            R r = new R({{Literal()}});
            static {{_name}} Last;
            static readonly long k = {{Choose(Literal(), "s.Up()", "Still(2)", "s.P", "s.Touch")}};
            """);
        text.AppendLine($$"""
            static long Still(long x) => x * 3;
            static void Set(ref long x)
            {
                x = {{Literal()}};
            }
            static bool Out(out long x)
            {
                x = {{Literal()}};
                return true;
            }
            static long Read(in long x) => x + 1;
            static void Mutate()
            {
                Last.f0 = {{Literal()}};
                {{Maybe("Last.a.P = 2;")}}
            }
            """);
        text.AppendLine($$"""
            ref long Ref => ref {{Field}};
            long this[int i]
            {
                get
                {
                    {{Maybe("f1 = 3;")}}
                    return f0;
                }
                set
                {
                    {{Field}} = value;
                }
            }
            long Both
            {
                get => f2;
                set
                {
                    f2 = value;
                    f3 = value * 2;
                }
            }
            static long Line([CallerLineNumber] int n = 0) => n;
            """);
        text.AppendLine($$"""
            long Own()
            {
                {{Field}} = {{Literal()}};
                return 3;
            }
            void Init(long x)
            {
                {{Field}} = x;
                {{Object}}.P = x;
            }
            event Action E;
            """);
        if (_random.Next(3) == 0) text.AppendLine($"protected override void Hook() {{ {Field} = {Literal()}; {Maybe("F9 = 4;")} }}");
        if (_random.Next(3) == 0)
            text.AppendLine(Choose("public override long V { get => base.V * 2; }", "public override long V { set => base.V = value + 1; }",
                "public override long V { get; set; } = 9;"));
        if (_random.Next(4) == 0) text.AppendLine($$"""
            static {{_name}}() { {{Choose("s.P = 9;", "Change(s);", "s.Up();")}} }
            static void Change(S x)
            {
                x.Q = 6;
            }
            """);
        if (isPartial) text.AppendLine($"public partial {_name}();");
        text.AppendLine($"public {(isPartial ? "partial " : "")}{_name}(){(isPrimary ? " : this(" + Literal() + ")" : "")} {{");
        for (int i = _random.Next(1, 5); i > 0; i--) text.AppendLine(hasExtensions && _random.Next(4) == 0 ? Extended() : Statement());
        text.AppendLine("}");

        // All types of a batch are in one assembly: it changes what is its own, and rarely.
        if (_random.Next(12) == 0)
            text.AppendLine($"[ModuleInitializer] internal static void First() {{ {Choose("s.P = 4;", "s.Q++;", "s.Up();", "")} }}");
        if (IsNew && _random.Next(4) == 0)
            text.AppendLine($$"""
                public partial long Part { get; set; }
                public partial long Part { get { {{Maybe("f2++;")}} return f1; } set => f1 = value + {{Literal()}}; }
                """);
        string[] looks = ["f0", "f1", "f2", "f3", "a.P", "a.Q", "b.P", "b.Q", "s.P", "s.Q", "k", "v.P", "w.P", "r.P", "r.Q", "r.Part.P",
            "F9", "V", "a.Twice", "b.Peek()", "f0 + a.P"];
        for (int i = 0; i < looks.Length; i++) text.AppendLine($"public long M{i.ToString(CultureInfo.InvariantCulture)} => {looks[i]};");
        if (isPrimary) text.AppendLine("public long M40 => n;");
        return text.AppendLine("}").ToString();
    }

    private string Extended() => _random.Next(5) switch
    {
        0 => $"{Object}.Push({Value(1)});",
        1 => $"{Object}.Ext = {Value(1)};",
        2 => $"{Field} = {Object}.Ext;",
        3 => $"v.Fill({Value(1)}); w = v;",
        _ => $"if ({Object}.Ext > {Literal()}) {Field} = {Value(1)};",
    };

    private string Statement()
    {
        string local = "x" + (_locals++).ToString(CultureInfo.InvariantCulture), f = Field, o = Object, e = Value(2);
        return _random.Next(46) switch
        {
            0 or 1 or 2 => $"{f} = {e};",
            3 => $"{f} {Choose("+=", "-=", "*=")} {e};",
            4 => $"{f}{Choose("++", "--")};",
            5 => $"var {local} = {e}; {f} = {local} + 1;",
            6 or 7 => $"{o}.{Choose("P", "Q")} {Choose("=", "+=")} {e};",
            8 => "b = a;",
            9 => $"b = new S {{ P = {e} }};",
            10 => "b = s;",
            11 => $"a.Next = {o}; a.Next.{Choose("P", "Q")} = {e};",
            12 => $"var {local} = {o}; {local}.P = {e};",
            13 => $"{o}.Up();",
            14 => $"Set(ref {f});",
            15 => $"if (!Out(out {f})) throw new Exception();",
            16 => $"if ({e} > {Value(1)}) {{ {f} = {Value(1)}; }} else {{ {o}.P = {Value(1)}; }}",
            17 => $"if ({e} < -1000) throw new Exception();",
            18 => $"for (int i = 0; i < 3; i++) {f} += i;",
            19 => $"foreach (var {local} in new[] {{ a, {o} }}) {local}.P = {e};",
            20 => $"Action {local} = () => {f} = {e}; {Maybe(local + "();")}",
            21 => $"void {local}() {{ {f} = {Value(1)}; }} {Maybe(local + "();")}",
            22 => $"ref long {local} = ref {f}; {f} = 3; {local} = {e};",
            23 => $"({f}, {o}.P) = ({e}, {Value(1)});",
            24 => $"object {local} = {Choose(f, "(int)" + f)}; {f} = {local} switch {{ 1 => 2, {Literal()} => {Value(1)}, _ => 3 }};",
            25 => $"{f} = Line();",
            26 => $"{f} = $\"{{{o}}}\".Length;",
            27 => $"var {local} = {o} + a;",
            28 => $"long {local} = {o}; {f} = {local};",
            29 => $"v.P = {e}; w = v; {Choose("w.P = 4;", "v.Up();", "")}",
            30 => $"this[1] = {e};",
            31 => $"{f} = this[2];",
            32 => $"Both = {e};",
            33 => $"var {local} = new List<S> {{ {o} }}; {local}[0].P = {e};",
            34 => "Last = this; Mutate();",
            35 => $$"""
                var {{local}} = DateTime.Now;
                if ({{local}}.Ticks < 0) return;
                """,
            36 => $"try {{ {f} = {e}; }} catch (Exception) {{ {o}.P = 1; }}",
            37 => $"switch ({f}) {{ case 1: {f} = 2; break; default: {o}.Q = 3; break; }}",
            38 => $"Ref = {e};",
            39 => $"r = r with {{ Q = {e} }}; {Maybe("r.Part.P = 6;")}",
            40 => $$"""
                var {{local}} = r with { P = 3 };
                {{local}}.Part.P = {{e}};
                {{Maybe("r = " + local + ";")}}
                """,
            41 => $"E += () => {f} = {Value(1)}; {Maybe("E();")}",
            42 => $"Init({e});",
            43 => $"V = {e};",
            44 => $"{f} = new[] {{ 1, 2, 3 }}.Select(i => {Choose("i", o + ".P = i", f + "++")}).Sum(i => (int)i);",
            _ => $"{f} = Math.Max({e}, Own());",
        };
    }

    private string Value(int depth) => depth == 0 ? Choose(Literal(), Field, Object + ".P") : _random.Next(16) switch
    {
        0 or 1 or 2 => Literal(),
        3 or 4 => Field,
        5 => Object + "." + Choose("P", "Q", "Twice", "Touch", "Up()", "Peek()"),
        6 => $"({Value(depth - 1)} {Choose("+", "-", "*")} {Value(depth - 1)})",
        7 => $"({Value(depth - 1)} > {Value(depth - 1)} ? {Value(depth - 1)} : {Value(depth - 1)})",
        8 => $"Still({Value(depth - 1)})",
        9 => "Own()",
        10 => $"({Field} = {Value(depth - 1)})",
        11 => Field + Choose("++", "--"),
        12 => $"Read(in {Field})",
        13 => $"({Field} switch {{ 1 => {Value(depth - 1)}, > 5 => {Value(depth - 1)}, _ => {Value(depth - 1)} }})",
        14 => "V",
        _ => $"(({Value(depth - 1)} > 3 && {Object}.Up() > 2) ? 1 : {Literal()})",
    };

    private string Literal() => _random.Next(1, 90).ToString(CultureInfo.InvariantCulture) + "L";

    private string Maybe(string text) => _random.Next(2) == 0 ? text : "";

    private string Choose(params string[] options) => options[_random.Next(options.Length)];
}
