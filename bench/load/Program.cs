using Nsdd311.Bench.Load;

// What each word does is said in bench/run.sh, which is how this is run.
var options = new Options(args);
return options.Word switch
{
    "charter" => Charters.Write(options.Text("from"), options.Text("to"), options.Number("pairs", 10_000)),
    "compare" => Comparison.Run(options),
    "fill" => Growth.Fill(options),
    "storm" => Storm.Run(options),
    "plan" => Plans.Run(options),
    "check" => Storm.Check(options),
    _ => Options.Usage(),
};
